package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.model.SavedModel.MODEL;
import static org.rnn4knime.engine.model.SavedModel.assertEqualModels;
import static org.rnn4knime.engine.model.SavedModel.assertRefused;
import static org.rnn4knime.engine.model.SavedModel.entries;
import static org.rnn4knime.engine.model.SavedModel.file;
import static org.rnn4knime.engine.model.SavedModel.json;
import static org.rnn4knime.engine.model.SavedModel.model;
import static org.rnn4knime.engine.model.SavedModel.network;
import static org.rnn4knime.engine.model.SavedModel.read;
import static org.rnn4knime.engine.model.SavedModel.with;
import static org.rnn4knime.engine.model.SavedModel.withJson;
import static org.rnn4knime.engine.model.SavedModel.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;

class ModelFileTest {

    @Test
    void readsWhatItWrote() throws IOException {
        assertEqualModels(MODEL, read(write(MODEL)));
        assertEqualModels(model(Optional.empty()), read(write(model(Optional.empty()))));
    }

    @Test
    void writesTheSameBytesForTheSameModel() throws IOException {
        assertArrayEquals(write(MODEL), write(read(write(MODEL))));
    }

    @Test
    void namesNoClass() throws IOException {
        assertFalse(json(write(MODEL)).contains("org."));
        assertFalse(json(write(MODEL)).replace("\"classWeights\"", "").contains("class"));
    }

    @Test
    void leavesTheStreamsOpen() throws IOException {
        final var closed = new boolean[2];
        final var bytes = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        ModelFile.write(MODEL, bytes);
        try (var input = new ByteArrayInputStream(bytes.toByteArray()) {
            @Override
            public void close() {
                closed[1] = true;
            }
        }) {
            ModelFile.read(input);
            assertArrayEquals(new boolean[2], closed);
        }
    }

    @Test
    void refusesALaterFormatAndSaysToUpdate() throws IOException {
        assertRefused(
                withJson("{\"formatVersion\":2,\"inventedLater\":{}}"), "format 2", "up to 1", "Update the extension");
    }

    @Test
    void refusesAFileWithoutAFormatVersion() throws IOException {
        final var json = json(write(MODEL));

        assertRefused(withJson(json.replace("\"formatVersion\":1,", "")), "no RNN model", "formatVersion");
        for (final var version : new String[] {"0", "-1", "null", "\"x\"", "{}"}) {
            assertRefused(
                    withJson(json.replace("\"formatVersion\":1", "\"formatVersion\":" + version)),
                    "no RNN model",
                    "formatVersion");
        }
    }

    @Test
    void refusesWhatIsNoModelFile() {
        assertRefused(new byte[0], "no RNN model");
        assertRefused("Hello, world, this is a text file!".getBytes(StandardCharsets.UTF_8), "no RNN model");
    }

    @Test
    void refusesADocumentThatLacksSomethingOrHoldsImpossibleSettings() throws IOException {
        final var json = json(write(MODEL));

        assertEqualModels(MODEL, read(withJson(json)));
        assertRefused(withJson("{}"), "damaged");
        assertRefused(withJson(""), "damaged");
        assertRefused(withJson(json.replace("\"scale\"", "\"skale\"")), "damaged");
        assertRefused(withJson(json.replace("\"hiddenUnits\":3", "\"hiddenUnits\":0")), "damaged", "Hidden units");
        assertRefused(
                withJson(json.replace("\"hiddenUnits\":3", "\"hiddenUnits\":4")), "damaged", "network-1/parameters");
        assertRefused(
                withJson(json.replace("\"hiddenUnits\":3", "\"hiddenUnits\":2")), "damaged", "network-1/parameters");
        assertRefused(withJson(json.replace("\"GRU\"", "\"LSTM\"")), "damaged");
        assertRefused(withJson(json.replace("\"GRU\"", "null")), "damaged");
        assertRefused(withJson(json.replace("\"poolingSize\":2", "\"poolingSize\":0")), "damaged", "Pooling size");
        assertRefused(withJson(json.replace("\"tbpttLength\":null", "\"tbpttLength\":\"x\"")), "damaged");
    }

    @Test
    void refusesADocumentWhoseNetworksAreNot() throws IOException {
        final var json = json(write(MODEL));
        final var networks = json.indexOf("\"networks\":[") + "\"networks\":[".length();
        final var none = json.substring(0, networks) + json.substring(json.indexOf("],\"comparison\""));

        assertRefused(withJson(none), "damaged", "at least one network");
        assertRefused(withJson(json.replace("\"optimizerSteps\"", "\"optimizerStep\"")), "damaged");
        assertRefused(withJson(json.replace("\"optimizerArrays\":2", "\"optimizerArrays\":1")), "network-1/optimizer");
        assertRefused(withJson(json.replace("\"optimizerArrays\":2", "\"optimizerArrays\":3")), "network-1/optimizer");
        assertRefused(withJson(json.replace("\"optimizerArrays\":1", "\"optimizerArrays\":0")), "network-2/optimizer");
        assertRefused(withJson(json.replace("\"waited\":3", "\"waited\":null")), "damaged");
        assertRefused(withJson(json.replace("\"clippedSteps\"", "\"clippedSteps2\"")), "damaged");
    }

    @Test
    void theEntriesAreTheDocumentAndTheArraysOfEachNetworkAsLittleEndianFloats() throws IOException {
        final var entries = entries(write(MODEL));

        assertEquals(
                List.of(
                        "model.json",
                        "network-1/parameters.f32",
                        "network-1/optimizer.f32",
                        "network-2/parameters.f32",
                        "network-2/optimizer.f32"),
                List.copyOf(entries.keySet()));
        for (int number = 1; number <= 2; number++) {
            final var network = MODEL.networks().get(number - 1);
            assertFloats(List.of(network.parameters()), entries.get("network-" + number + "/parameters.f32"));
            assertFloats(network.state().optimizer().values(), entries.get("network-" + number + "/optimizer.f32"));
        }
    }

    private static void assertFloats(final List<float[]> expected, final byte[] bytes) {
        int at = 0;
        for (final var array : expected) {
            for (final float value : array) {
                int bits = 0;
                for (int place = 0; place < Float.BYTES; place++) {
                    bits |= (bytes[at++] & 0xFF) << Byte.SIZE * place;
                }
                assertEquals(Float.floatToRawIntBits(value), bits);
            }
        }
        assertEquals(at, bytes.length);
    }

    @Test
    void refusesArraysThatAreShorterOrLongerOrMissing() throws IOException {
        for (final var entry : entries(write(MODEL)).entrySet()) {
            final var name = entry.getKey();
            final var without = entries(write(MODEL));
            without.remove(name);
            assertRefused(file(without), "damaged", name + " is missing");
            if (name.endsWith(".f32")) {
                final var length = entry.getValue().length;
                for (final var other : new int[] {0, 1, length - 4, length - 1, length + 1, length + 4}) {
                    assertRefused(with(name, Arrays.copyOf(entry.getValue(), other)), "damaged", "values in " + name);
                }
            }
        }
    }

    @Test
    void readsArraysThatAreLargerThanWhatIsReadAtOnce() throws IOException {
        final var plain = model(Optional.empty());
        final var settings = new RnnSettings(
                plain.settings().data(),
                plain.settings().sequences(),
                plain.settings().encoding(),
                new NetworkSettings(CellType.JORDAN, 300),
                plain.settings().training());
        final var plan = settings.plan(plain.encoders());
        final var large = new RnnModel(
                settings,
                plain.encoders(),
                List.of(network(plan, 1, 2)),
                Optional.empty(),
                Optional.empty(),
                plain.provenance());

        assertEqualModels(large, read(write(large)));
    }

    @Test
    void anOptimizerThatRemembersNothingIsRead() throws IOException {
        final var model = MODEL.withNetworks(List.of(network(MODEL.plan(), 1, 0)));

        assertEqualModels(model, read(write(model)));
    }

    @Property(tries = 200)
    void refusesATruncatedFile(@ForAll @IntRange(max = 100_000) final int length) throws IOException {
        final var bytes = write(MODEL);
        assertRefused(Arrays.copyOf(bytes, length % directory(bytes)), "no RNN model");
    }

    /** Where the zip's directory begins, which lies behind all that is read. */
    private static int directory(final byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    }

    @Property(tries = 300)
    void aChangedByteIsRefusedOrWithoutEffect(
            @ForAll @IntRange(max = 100_000) final int place, @ForAll final byte value) throws IOException {
        final var bytes = write(MODEL);
        bytes[place % bytes.length] = value;
        try {
            assertEqualModels(MODEL, read(bytes));
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith("This is no RNN model"), e.getMessage());
        }
    }

    @Test
    void theSummarySaysWhatTheModelDoes() {
        assertEquals(
                "2 networks: Bidirectional GRU of 2 layers with 3 hidden units after a convolution (440 parameters) forecasts \"Größe\" from 12 time steps; "
                        + "trained for 2 epochs on 5 windows",
                MODEL.summary());
    }
}
