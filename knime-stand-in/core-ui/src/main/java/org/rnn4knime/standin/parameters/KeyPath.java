package org.rnn4knime.standin.parameters;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * A key in settings, with the keys of the levels that it lies in.
 *
 * @param keys from the outermost level to the key itself
 */
public record KeyPath(List<String> keys) {

    public KeyPath {
        keys = List.copyOf(keys);
    }

    /** Whether the settings have this key. */
    public boolean isIn(final NodeSettingsRO settings) {
        var level = settings;
        for (int i = 0; i < keys.size(); i++) {
            if (!level.containsKey(keys.get(i))) {
                return false;
            }
            if (i < keys.size() - 1) {
                try {
                    level = level.getNodeSettings(keys.get(i));
                } catch (final InvalidSettingsException e) {
                    return false; // A value lies where the path needs a level.
                }
            }
        }
        return true;
    }
}
