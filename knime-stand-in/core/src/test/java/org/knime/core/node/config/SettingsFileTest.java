package org.knime.core.node.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

class SettingsFileTest {

    private static byte[] resource(final String name) throws IOException {
        try (var stream = SettingsFileTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    private static NodeSettingsRO load(final byte[] file) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(file));
    }

    private static byte[] save(final NodeSettings settings) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        settings.saveToXML(bytes);
        return bytes.toByteArray();
    }

    private static NodeSettings savedAndLoaded(final NodeSettings settings) throws IOException {
        return (NodeSettings) load(save(settings));
    }

    @Test
    void writesAFileOfKnimeAsKnimeWroteIt() throws IOException {
        for (final var name : new String[] {"settings.xml", "workflow.knime"}) {
            final var file = resource(name.equals("settings.xml") ? "csv-reader-settings.xml" : name);
            final var settings = new NodeSettings(name);
            settings.load(new ByteArrayInputStream(file));
            assertEquals(text(file), text(save(settings)));
        }
    }

    private static String text(final byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void readsControlCharactersOfAFileOfKnime() throws IOException, InvalidSettingsException {
        final var reader = load(resource("csv-reader-settings.xml")).getNodeSettings("model");
        assertEquals("\n", reader.getNodeSettings("settings").getString("row_delimiter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a b ", "\t\n\r\0", "<&>\"'", "%%00010", "%%%00010", "100 %%", "Größe \uD83D\uDE00"})
    void keepsAnyText(final String text) throws IOException, InvalidSettingsException {
        final var settings = new NodeSettings("settings");
        settings.addString(text, text);
        assertEquals(text, savedAndLoaded(settings).getString(text));
    }

    @Test
    void keepsEachType() throws IOException, InvalidSettingsException {
        final var settings = new NodeSettings("settings");
        settings.addString("none", null);
        settings.addInt("int", Integer.MIN_VALUE);
        settings.addLong("long", Long.MAX_VALUE);
        settings.addDouble("double", Double.NEGATIVE_INFINITY);
        settings.addFloat("float", 0.1f);
        settings.addBoolean("boolean", true);
        settings.addChar("char", '\n');
        settings.addByte("byte", (byte) -1);
        settings.addShort("short", (short) 7);
        settings.addNodeSettings("group").addInt("inner", 1);
        final var loaded = savedAndLoaded(settings);
        assertEquals(settings, loadedAs(settings.getKey(), loaded));
        assertNull(loaded.getString("none", "default"));
        assertEquals(Double.NEGATIVE_INFINITY, loaded.getDouble("double"));
        assertEquals('\n', loaded.getChar("char"));
        assertEquals(1, loaded.getNodeSettings("group").getInt("inner"));
    }

    /** The key of the root is not read from a file. */
    private static NodeSettings loadedAs(final String key, final NodeSettings loaded) {
        final var renamed = new NodeSettings(key);
        loaded.copyTo(renamed);
        return renamed;
    }

    @Test
    void keepsArrays() throws IOException, InvalidSettingsException {
        final var settings = new NodeSettings("settings");
        settings.addStringArray("texts", "a", null);
        settings.addIntArray("none", null);
        settings.addDoubleArray("empty", new double[0]);
        settings.addBooleanArray("truths", new boolean[] {true, false});
        final var loaded = savedAndLoaded(settings);
        assertArrayEquals(new String[] {"a", null}, loaded.getStringArray("texts"));
        assertNull(loaded.getIntArray("none"));
        assertEquals(0, loaded.getDoubleArray("empty").length);
        assertArrayEquals(new boolean[] {true, false}, loaded.getBooleanArray("truths"));
        assertEquals(2, loaded.getConfig("texts").getInt("array-size"));
    }

    @Test
    void namesAMissingKey() {
        final var settings = new NodeSettings("settings");
        settings.addString("epochs", "ten");
        assertEquals("Int for key \"epochs\" not found.", messageOf(() -> settings.getInt("epochs")));
        assertEquals("Config for key \"data\" not found.", messageOf(() -> settings.getNodeSettings("data")));
        assertEquals(3, settings.getInt("epochs", 3));
    }

    private static String messageOf(final Executable action) {
        return assertThrows(InvalidSettingsException.class, action).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<table/>",
                "<config><entry key=\"k\" type=\"xint\" value=\"ten\"/></config>",
                "<config><entry key=\"k\" type=\"xpicture\" value=\"\"/></config>",
                "<config><entry key=\"k\" type=\"xint\" isnull=\"true\" value=\"\"/></config>",
                "<config><entry key=\"k\" type=\"xchar\" value=\"ab\"/></config>"
            })
    void refusesWhatIsNoSettingsFile(final String file) {
        assertThrows(IOException.class, () -> load(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void closesItsStreamsAsKnimeDoes() throws IOException {
        final var closed = new AtomicBoolean();
        final var output = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        new NodeSettings("settings").saveToXML(output);
        assertTrue(closed.getAndSet(false));
        load(new ByteArrayInputStream(output.toByteArray()) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        assertTrue(closed.get());
    }

    private static void load(final ByteArrayInputStream stream) throws IOException {
        NodeSettings.loadFromXML(stream);
    }
}
