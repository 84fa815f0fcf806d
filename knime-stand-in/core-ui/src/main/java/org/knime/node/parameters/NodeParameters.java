package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The settings of a node: fields that are not private are saved under their names without the prefix "m_".
 * A class needs an empty constructor and may have one with a {@link NodeParametersInput}, which then makes the
 * defaults.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks what was loaded or typed. KNIME calls it for the outermost parameters only: these call it for the nested
     * ones.
     *
     * @throws InvalidSettingsException if a value is out of its range; the message is shown to the user
     */
    default void validate() throws InvalidSettingsException {
        // Most parameters accept whatever fits their types.
    }
}
