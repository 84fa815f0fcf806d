package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** A node's settings to write. */
public interface NodeSettingsWO extends ConfigWO {

    /** Adds an empty group and returns it. */
    NodeSettingsWO addNodeSettings(String key);

    void addNodeSettings(NodeSettings group);
}
