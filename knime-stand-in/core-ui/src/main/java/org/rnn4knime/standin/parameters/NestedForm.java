package org.rnn4knime.standin.parameters;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A value on a level of its own.
 *
 * @param key the key of the level
 * @param content the form of what lies on it
 */
record NestedForm(String key, Form content) implements Form {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        content.save(value, settings.addNodeSettings(key));
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return content.load(settings.getNodeSettings(key));
    }

    @Override
    public List<KeyPath> paths() {
        return List.of(new KeyPath(List.of(key)));
    }
}
