package org.knime.core.node;

import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** The words of a node whose factory has none. */
public final class NoDescriptionProxy extends NodeDescription {

    private static final String MISSING = "No description available";

    private final String m_name;

    @SuppressWarnings("rawtypes") // KNIME's signature
    public NoDescriptionProxy(final Class<? extends NodeFactory> factory) {
        m_name = factory.getSimpleName();
    }

    @Override
    public String getNodeName() {
        return m_name;
    }

    @Override
    public NodeType getType() {
        return NodeType.Unknown;
    }

    @Override
    public String getIconPath() {
        return null;
    }

    @Override
    public String getInportName(final int index) {
        return MISSING;
    }

    @Override
    public String getInportDescription(final int index) {
        return MISSING;
    }

    @Override
    public String getOutportName(final int index) {
        return MISSING;
    }

    @Override
    public String getOutportDescription(final int index) {
        return MISSING;
    }

    @Override
    public int getViewCount() {
        return 0;
    }

    @Override
    public String getViewName(final int index) {
        return MISSING;
    }

    @Override
    public String getViewDescription(final int index) {
        return MISSING;
    }

    @Override
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return null;
    }
}
