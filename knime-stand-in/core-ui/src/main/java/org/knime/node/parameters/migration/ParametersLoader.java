package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Reads a value from settings. */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * @param settings the level at which the value's key lies
     * @throws InvalidSettingsException if a key is missing or its value is unusable
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
