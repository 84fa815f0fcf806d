package org.knime.core.node;

import java.net.URL;

/** The file that a node was created from by dropping it into a workflow. */
public class NodeCreationContext {

    private final URL m_url;

    public NodeCreationContext(final URL url) {
        m_url = url;
    }

    public URL getUrl() {
        return m_url;
    }
}
