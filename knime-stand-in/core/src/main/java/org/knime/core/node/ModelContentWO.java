package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model or its spec to write. */
public interface ModelContentWO extends ConfigWO {

    /** Adds an empty group and returns it. */
    ModelContentWO addModelContent(String key);

    void addModelContent(ModelContent group);
}
