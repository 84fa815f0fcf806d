package org.knime.core.node;

import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import org.apache.xmlbeans.XmlException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.xml.sax.SAXException;

/** Makes the parts of a node; its class is the node's identity in saved workflows. */
public abstract class NodeFactory<T extends NodeModel> {

    /** What a node does; its colour follows from it. */
    public enum NodeType {
        Configuration,
        Container,
        Learner,
        LoopEnd,
        LoopStart,
        Manipulator,
        Meta,
        Missing,
        Other,
        Predictor,
        QuickForm,
        ScopeEnd,
        ScopeStart,
        Sink,
        Source,
        Subnode,
        Unknown,
        VirtualIn,
        VirtualOut,
        Visualizer,
        Widget
    }

    private Optional<NodeDescription> m_description = Optional.empty();

    protected NodeFactory() {}

    /** The stand-in always reads the description when it is first asked for. */
    protected NodeFactory(final boolean lazyInitialization) {}

    /** Reads the node's description, once. */
    public void init() {
        description();
    }

    final NodeDescription description() {
        if (m_description.isEmpty()) {
            try {
                m_description = Optional.of(createNodeDescription());
            } catch (final SAXException | IOException | XmlException problem) {
                throw new IllegalStateException(
                        "Cannot read the description of " + getClass().getName(), problem);
            }
        }
        return m_description.get();
    }

    protected NodeDescription createNodeDescription() throws SAXException, IOException, XmlException {
        return new NoDescriptionProxy(getClass());
    }

    public abstract T createNodeModel();

    /** The factories whose ports may differ override this. */
    protected T createNodeModel(final NodeCreationConfiguration configuration) {
        return createNodeModel();
    }

    protected abstract int getNrNodeViews();

    public abstract NodeView<T> createNodeView(int index, T model);

    protected abstract boolean hasDialog();

    protected abstract NodeDialogPane createNodeDialogPane();

    /** Reads what tells this factory from others of its class. */
    public void loadAdditionalFactorySettings(final ConfigRO settings) throws InvalidSettingsException {}

    public void saveAdditionalFactorySettings(final ConfigWO settings) {}

    public final String getFactoryId() {
        return getClass().getName();
    }

    public final String getNodeName() {
        return description().getNodeName();
    }

    public NodeType getType() {
        return description().getType();
    }

    /** The node's icon, null without one. */
    public URL getIcon() {
        return Optional.ofNullable(description().getIconPath())
                .map(getClass()::getResource)
                .orElse(null);
    }

    public String getInportName(final int index) {
        return description().getInportName(index);
    }

    public String getOutportName(final int index) {
        return description().getOutportName(index);
    }

    public String getInteractiveViewName() {
        return description().getInteractiveViewName();
    }

    public final String[] getKeywords() {
        return description().getKeywords();
    }
}
