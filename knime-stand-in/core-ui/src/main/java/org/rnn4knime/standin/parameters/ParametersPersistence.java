package org.rnn4knime.standin.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.Persistable;

/** Saves and loads parameters under the keys and in the structure that KNIME uses. */
public final class ParametersPersistence {

    private ParametersPersistence() {}

    public static void save(final Persistable parameters, final NodeSettingsWO settings) {
        new ObjectForm(parameters.getClass()).save(parameters, settings);
    }

    /**
     * @throws InvalidSettingsException if a key is missing and no annotation says what then, or if a value is unusable
     */
    public static <P extends Persistable> P load(final Class<P> type, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        return type.cast(new ObjectForm(type).load(settings));
    }
}
