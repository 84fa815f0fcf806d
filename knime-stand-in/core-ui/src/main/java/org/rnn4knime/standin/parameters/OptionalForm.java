package org.rnn4knime.standin.parameters;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A value that may be absent: a second key says whether it is there. Settings without that key have the value.
 *
 * @param content the value's form
 */
record OptionalForm(LeafForm content) implements Form {

    private static final String SUFFIX = "_is_present";

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final var optional = (Optional<?>) value;
        optional.ifPresentOrElse(v -> content.save(v, settings), () -> content.saveEmpty(settings));
        settings.addBoolean(content.key() + SUFFIX, optional.isPresent());
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (settings.getBoolean(content.key() + SUFFIX, true)) {
            return Optional.ofNullable(content.load(settings));
        }
        return Optional.empty();
    }

    @Override
    public List<KeyPath> paths() {
        return content.paths();
    }
}
