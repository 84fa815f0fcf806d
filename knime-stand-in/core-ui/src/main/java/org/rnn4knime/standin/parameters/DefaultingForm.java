package org.rnn4knime.standin.parameters;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A value that keeps its default where its keys are absent.
 *
 * @param present the form of a value that is there
 * @param defaultValue the value else, null included
 */
record DefaultingForm(Form present, Object defaultValue) implements Form {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        present.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return paths().stream().anyMatch(path -> path.isIn(settings)) ? present.load(settings) : defaultValue;
    }

    @Override
    public List<KeyPath> paths() {
        return present.paths();
    }
}
