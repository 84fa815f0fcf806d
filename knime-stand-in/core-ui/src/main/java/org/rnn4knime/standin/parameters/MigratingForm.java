package org.rnn4knime.standin.parameters;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/**
 * A value that can also be read from older settings.
 *
 * @param present the form in which it is saved
 * @param migrations the older forms, the first that matches wins
 */
record MigratingForm(Form present, List<? extends ConfigMigration<?>> migrations) implements Form {

    static Form of(final Form present, final Migration annotation) {
        final NodeParametersMigration<?> migration = Instances.create(annotation.value());
        return new MigratingForm(present, migration.getConfigMigrations());
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        present.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var migration : migrations) {
            if (applies(migration, settings)) {
                return migration.getLoader().load(settings);
            }
        }
        return present.load(settings);
    }

    @Override
    public List<KeyPath> paths() {
        return present.paths();
    }

    private boolean applies(final ConfigMigration<?> migration, final NodeSettingsRO settings) {
        final var matcher = migration.getMatcher();
        if (matcher == NewKeysAbsent.MATCHER) {
            return paths().stream().noneMatch(path -> path.isIn(settings));
        }
        return matcher.test(settings);
    }
}
