package org.rnn4knime.standin.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

final class ParametersPersistenceTest {

    private static NodeSettingsRO savedByKnime() throws IOException, InvalidSettingsException {
        try (var file = ParametersPersistenceTest.class.getResourceAsStream("/settings-saved-by-knime.xml")) {
            return NodeSettings.loadFromXML(file).getNodeSettings("model");
        }
    }

    private static NodeSettings save(final NodeParameters parameters) {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        return settings;
    }

    private static String xml(final NodeSettingsRO settings) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        settings.saveToXML(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void savesTheSameEntriesInTheSameOrderAsKnime() throws Exception {
        assertEquals(xml(savedByKnime()), xml(save(new ScaleParameters())));
    }

    @Test
    void loadsWhatKnimeSaved() throws Exception {
        final var loaded = ParametersPersistence.load(ScaleParameters.class, savedByKnime());
        assertEquals("nope", loaded.m_column);
        assertEquals(ScaleParameters.Mode.ADD, loaded.m_mode);
        assertEquals(7, loaded.m_factor);
        assertEquals(3, loaded.m_epochs);
        assertEquals(Optional.empty(), loaded.m_seed);
    }

    @Test
    void namesTheMissingKey() {
        final var problem = assertThrows(
                InvalidSettingsException.class,
                () -> ParametersPersistence.load(ScaleParameters.class, new NodeSettings("model")));
        assertTrue(problem.getMessage().contains("column"), problem.getMessage());
    }

    @Test
    void namesTheConstantsWhereAnEnumHasAnotherValue() throws Exception {
        final var settings = save(new ScaleParameters());
        settings.addString("mode", "DIVIDE");
        final var problem = assertThrows(
                InvalidSettingsException.class, () -> ParametersPersistence.load(ScaleParameters.class, settings));
        assertEquals("The setting \"mode\" is \"DIVIDE\" but must be one of [MULTIPLY, ADD].", problem.getMessage());
    }

    @Test
    void keepsAnOptionalValueThatIsPresent() throws Exception {
        final var parameters = new ScaleParameters();
        parameters.m_seed = Optional.of(42L);
        final var settings = save(parameters);
        assertEquals(42, settings.getLong("seed"));
        assertTrue(settings.getBoolean("seed_is_present"));
        assertEquals(Optional.of(42L), ParametersPersistence.load(ScaleParameters.class, settings).m_seed);
    }

    @Test
    void takesAnOptionalValueAsPresentWhereTheSecondKeyIsAbsent() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addString("column", "x");
        settings.addString("mode", "ADD");
        settings.addDouble("factor", 1);
        settings.addInt("epochs", 1);
        settings.addLong("seed", 5);
        assertEquals(Optional.of(5L), ParametersPersistence.load(ScaleParameters.class, settings).m_seed);
    }

    static final class Element implements NodeParameters {
        int m_units;

        Element() {}

        Element(final int units) {
            m_units = units;
        }
    }

    static class Inherited implements NodeParameters {
        boolean m_first;
    }

    static final class Rich extends Inherited {
        Element m_nested = new Element(1);
        Element[] m_array = {new Element(2), new Element(3)};
        List<Element> m_list = List.of(new Element(4));
        String[] m_names = {"a", "b"};
        LocalDate m_day = LocalDate.of(1949, 1, 31);
        Optional<String> m_text = Optional.empty();

        @Persist(configKey = "renamed")
        int m_old = 9;

        @Persist(hidden = true)
        int m_secret = 8;

        Void m_message;

        private int m_private = 7;

        int privateValue() {
            return m_private;
        }
    }

    @Test
    void savesInheritedFieldsFirstAndPrivateOnesNever() {
        assertEquals(
                List.of(
                        "first",
                        "nested",
                        "array",
                        "list",
                        "names",
                        "day",
                        "text",
                        "text_is_present",
                        "renamed",
                        "secret_Internals"),
                List.copyOf(save(new Rich()).keySet()));
    }

    @Test
    void nestsParametersAndNumbersElements() throws Exception {
        final var settings = save(new Rich());
        assertEquals(1, settings.getNodeSettings("nested").getInt("units"));
        assertEquals(Set.of("0", "1"), settings.getNodeSettings("array").keySet());
        assertEquals(3, settings.getNodeSettings("array").getNodeSettings("1").getInt("units"));
        assertEquals(2, settings.getNodeSettings("names").getInt("array-size"));
        assertEquals("1949-01-31", settings.getString("day"));
    }

    @Test
    void loadsWhatItSaved() throws Exception {
        final var parameters = new Rich();
        parameters.m_array = new Element[] {new Element(11)};
        parameters.m_list = List.of();
        parameters.m_text = Optional.of("t");
        parameters.m_private = 0;
        final var loaded = ParametersPersistence.load(Rich.class, save(parameters));
        assertEquals(1, loaded.m_array.length);
        assertEquals(11, loaded.m_array[0].m_units);
        assertEquals(List.of(), loaded.m_list);
        assertArrayEquals(new String[] {"a", "b"}, loaded.m_names);
        assertEquals(Optional.of("t"), loaded.m_text);
        assertEquals(LocalDate.of(1949, 1, 31), loaded.m_day);
        assertEquals(7, loaded.privateValue());
    }

    static final class Kelvin implements NodeParametersPersistor<Double> {

        @Override
        public Double load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getDouble("celsius") + 273.15;
        }

        @Override
        public void save(final Double kelvin, final NodeSettingsWO settings) {
            settings.addDouble("celsius", kelvin - 273.15);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][] {{"celsius"}};
        }
    }

    static final class Persisted implements NodeParameters {
        @Persistor(Kelvin.class)
        @Migrate(loadDefaultIfAbsent = true)
        double m_kelvin = 300;
    }

    @Test
    void leavesAFieldToItsPersistor() throws Exception {
        final var settings = save(new Persisted());
        assertEquals(Set.of("celsius"), settings.keySet());
        assertEquals(300, ParametersPersistence.load(Persisted.class, settings).m_kelvin, 1e-9);
    }

    @Test
    void looksForThePersistorsKeysBeforeItLoadsADefault() throws Exception {
        assertEquals(300, ParametersPersistence.load(Persisted.class, new NodeSettings("model")).m_kelvin);
        final var settings = new NodeSettings("model");
        settings.addDouble("celsius", 0);
        assertEquals(273.15, ParametersPersistence.load(Persisted.class, settings).m_kelvin);
    }

    static final class One implements DefaultProvider<Integer> {
        @Override
        public Integer getDefault() {
            return 1;
        }
    }

    static final class FromOldKey implements NodeParametersMigration<Integer> {
        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(ConfigMigration.<Integer>builder(
                            settings -> settings.getNodeSettings("old").getInt("key"))
                    .withDeprecatedConfigPath("old", "key")
                    .build());
        }
    }

    @LoadDefaultsForAbsentFields
    static final class Migrated implements NodeParameters {
        int m_added = 5;

        @Migration(One.class)
        int m_provided = 6;

        @Migration(FromOldKey.class)
        int m_moved = 7;
    }

    @Test
    void readsOlderSettings() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addNodeSettings("old").addInt("key", 3);
        final var loaded = ParametersPersistence.load(Migrated.class, settings);
        assertEquals(List.of(5, 1, 3), List.of(loaded.m_added, loaded.m_provided, loaded.m_moved));
    }

    @Test
    void prefersThePresentFormOfSettings() throws Exception {
        final var settings = save(new Migrated());
        final var loaded = ParametersPersistence.load(Migrated.class, settings);
        assertEquals(List.of(5, 6, 7), List.of(loaded.m_added, loaded.m_provided, loaded.m_moved));
    }

    @Test
    void needsTheKeyOfAFieldWithAMigrationThatDoesNotMatch() {
        assertThrows(
                InvalidSettingsException.class,
                () -> ParametersPersistence.load(Migrated.class, new NodeSettings("model")));
    }

    static final class Unsupported implements NodeParameters {
        Object m_object = new Object();
    }

    @Test
    void refusesAFieldOfATypeThatKnimeCannotSave() {
        assertThrows(IllegalArgumentException.class, () -> save(new Unsupported()));
    }
}
