package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.encoding.Encoders.OwnPast;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.NominalEncoder;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.NumberEncoder;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.ValidationSplit;

class ModelFileTest {

    private static final RnnModel MODEL = model(Optional.of("month"));

    private static RnnModel model(final Optional<String> order) {
        final var training = new TrainingSettings(
                2,
                32,
                0.1,
                ValidationSplit.IN_TIME,
                0,
                Long.MIN_VALUE,
                new OptimizerSettings(OptimizerType.SGD, 0.1, 0.9, true),
                ClippingType.GLOBAL_NORM,
                0.5,
                order.isEmpty(),
                order.isEmpty() ? Optional.of(5) : Optional.empty());
        final var network = order.isEmpty()
                ? new NetworkSettings(CellType.JORDAN, 3)
                : new NetworkSettings(
                        CellType.GRU,
                        3,
                        2,
                        true,
                        Activation.RELU,
                        Optional.of(new Convolution(2, 3, 2)),
                        Summary.ATTENTION,
                        0.25);
        final var transform = order.isEmpty()
                ? TargetTransform.NONE
                : new TargetTransform(true, true, Optional.of(7), WindowLevel.MEAN);
        final var settings = new RnnSettings(
                data(order),
                order.isEmpty()
                        ? new SequenceSettings(12)
                        : new SequenceSettings(
                                12, Optional.of(3), Optional.of(50), BeyondMaximum.SPLIT, ForecastMode.DIRECT, 2),
                new EncodingSettings(Normalization.Z_SCORE, transform, new VocabularySettings(Optional.of(9), 2), 3, 2),
                network,
                training);
        final var encoders = encoders(order.isEmpty(), transform);
        return new RnnModel(
                settings,
                encoders,
                Parameters.initial(settings.plan(encoders), 1),
                List.of(
                        new EpochRecord(1, 0.5, OptionalDouble.empty(), 0.1, 2, 7),
                        new EpochRecord(2, 0.1 + 0.2, OptionalDouble.of(0.7), 0.1, 1, 5)),
                order.map(name -> new ForecastErrors(List.of(new double[] {0.1, 1.0 / 3}, new double[] {7}))),
                new Provenance("0.1.0", "1.0.0-M2.1", "17", "2024-01-01T00:00:00Z", Long.MIN_VALUE, 9, 1, 5, 0));
    }

    private static DataSettings data(final Optional<String> order) {
        return new DataSettings(
                SequenceLayout.ROWS,
                Scope.FUTURE,
                "Größe",
                List.of("kind", "word", "number"),
                order.isEmpty() ? List.of() : List.of("number"),
                List.of("a", "b"),
                order,
                1,
                new Tokenizer(Tokens.WORDS, true),
                MissingValues.LAST,
                UnknownValues.READ_AS_UNKNOWN);
    }

    /** An encoder of each kind; of two targets the one. */
    private static Encoders encoders(final boolean isNominal, final TargetTransform transform) {
        final var last = MissingValues.LAST;
        final var kind = new NominalEncoder("kind", new Vocabulary(List.of("", "\"ö\"")), false, 1, last);
        final var word = new NominalEncoder("word", new Vocabulary(List.of("w", "x", "y", "한")), true, 4, last);
        final var number = new NumberEncoder("number", new Scaler(-1e300, 1e-300), Double.MIN_VALUE, last);
        final var symbols = new NominalEncoder("Größe", new Vocabulary(List.of("L", "S")), false, 2, last);
        return new Encoders(
                isNominal
                        ? new ClassTarget("Größe", symbols.vocabulary(), true)
                        : new NumberTarget("Größe", transform, new Scaler(1.0 / 3, 1e-300)),
                Optional.of(new OwnPast(1.0 / 7, Optional.of(symbols).filter(some -> isNominal), last)),
                List.of(kind, word, number));
    }

    private static byte[] write(final RnnModel model) throws IOException {
        final var stream = new ByteArrayOutputStream();
        ModelFile.write(model, stream);
        return stream.toByteArray();
    }

    private static RnnModel read(final byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes));
    }

    private static void assertEqualModels(final RnnModel expected, final RnnModel actual) {
        assertEquals(expected.settings(), actual.settings());
        assertEquals(expected.encoders(), actual.encoders());
        assertEquals(errors(expected), errors(actual));
        assertArrayEquals(expected.parameters(), actual.parameters());
        assertEquals(expected.history(), actual.history());
        assertEquals(expected.provenance(), actual.provenance());
    }

    private static List<List<Double>> errors(final RnnModel model) {
        return model.forecastErrors().stream()
                .flatMap(errors -> errors.steps().stream())
                .map(step -> Arrays.stream(step).boxed().toList())
                .toList();
    }

    private static String json(final byte[] file) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            zip.getNextEntry();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The file with another model.json. */
    private static byte[] withJson(final String json) throws IOException {
        final var stream = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(stream)) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(json.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("parameters.f32"));
            zip.write(new byte[4 * MODEL.parameters().length]);
        }
        return stream.toByteArray();
    }

    private static void assertRefused(final byte[] bytes, final String... words) {
        final var message = assertThrows(IOException.class, () -> read(bytes)).getMessage();
        for (final var word : words) {
            assertTrue(message.contains(word), message);
        }
    }

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
        assertFalse(json(write(MODEL)).contains("class"));
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

        assertEqualModels(
                new RnnModel(
                        MODEL.settings(),
                        MODEL.encoders(),
                        new float[MODEL.parameters().length],
                        MODEL.history(),
                        MODEL.forecastErrors(),
                        MODEL.provenance()),
                read(withJson(json)));
        assertRefused(withJson("{}"), "damaged");
        assertRefused(withJson(""), "damaged");
        assertRefused(withJson(json.replace("\"scale\"", "\"skale\"")), "damaged");
        assertRefused(withJson(json.replace("\"hiddenUnits\":3", "\"hiddenUnits\":0")), "damaged", "Hidden units");
        assertRefused(withJson(json.replace("\"hiddenUnits\":3", "\"hiddenUnits\":4")), "damaged", "parameters");
        assertRefused(withJson(json.replace("\"hiddenUnits\":3", "\"hiddenUnits\":2")), "damaged", "parameters");
        assertRefused(withJson(json.replace("\"GRU\"", "\"LSTM\"")), "damaged");
        assertRefused(withJson(json.replace("\"GRU\"", "null")), "damaged");
        assertRefused(withJson(json.replace("\"poolingSize\":2", "\"poolingSize\":0")), "damaged", "Pooling size");
        assertRefused(withJson(json.replace("\"tbpttLength\":null", "\"tbpttLength\":\"x\"")), "damaged");
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
                "Bidirectional GRU of 2 layers with 3 hidden units after a convolution (440 parameters) forecasts \"Größe\" from 12 time steps; "
                        + "trained for 2 epochs on 5 windows",
                MODEL.summary());
    }
}
