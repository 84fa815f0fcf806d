package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/** Writes a value into settings. */
@FunctionalInterface
public interface ParametersSaver<T> {

    /**
     * @param parameters the value
     * @param settings the level at which the value's keys belong
     */
    void save(T parameters, NodeSettingsWO settings);
}
