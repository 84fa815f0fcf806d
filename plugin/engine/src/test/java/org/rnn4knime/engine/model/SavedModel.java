package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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
import org.rnn4knime.engine.network.NetworkPlan;
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

/** A model with something of everything, and its file, whole or damaged. */
final class SavedModel {

    private SavedModel() {}

    static final RnnModel MODEL = model(Optional.of("month"));

    static RnnModel model(final Optional<String> order) {
        final var training = new TrainingSettings(
                2,
                32,
                new OptimizerSettings(OptimizerType.SGD, 0.1, 0.9, true),
                new LearningRateSettings(0.1, new ScheduleSettings(ScheduleType.PLATEAU, 0.3, 4, 6, 7), true),
                new ClippingSettings(ClippingType.GLOBAL_NORM, 0.5),
                new ValidationSettings(ValidationSplit.IN_TIME, 0.25),
                new StoppingSettings(order.map(name -> new EarlyStopping(3, 1e-4)), order.map(name -> 0.5)),
                new ClassWeights(ClassWeightType.COLUMN, "weight \"w\""),
                new BackPropagation(order.isEmpty() ? Optional.of(5) : Optional.empty(), order.isEmpty()),
                2,
                Long.MIN_VALUE);
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
                List.of(network(settings.plan(encoders), 1, 2), network(settings.plan(encoders), 2, 1)),
                Optional.empty(),
                order.map(name -> new ForecastErrors(List.of(new double[] {0.1, 1.0 / 3}, new double[] {7}))),
                new Provenance("0.1.0", "1.0.0-M2.1", "17", "2024-01-01T00:00:00Z", Long.MIN_VALUE, 9, 1, 5, 0));
    }

    /** A network whose optimizer remembers so many values a parameter, with records of odd numbers. */
    static TrainedNetwork network(final NetworkPlan plan, final long seed, final int arrays) {
        final var norms = new EpochRecord.GradientNorms(1.0 / seed, 0.1 + 0.2, 2.0 / 3, List.of(1e-300, 0.0, 7.0));
        final var history = List.of(
                new EpochRecord(1, 0.5, OptionalDouble.empty(), OptionalDouble.of(1.0 / 3), 0.1, norms, 7),
                new EpochRecord(2, 0.1 + 0.2, OptionalDouble.of(0.7), OptionalDouble.empty(), 0.05, norms, 5));
        final var plateau = seed == 1
                ? TrainingState.Plateau.START
                : new TrainingState.Plateau(OptionalDouble.of(1.0 / 7), 3, 0.3 * 0.3);
        final var values = LongStream.range(0, arrays)
                .mapToObj(array -> Parameters.initial(plan, 10 * seed + array))
                .toList();
        return new TrainedNetwork(
                Parameters.initial(plan, seed),
                history,
                (int) seed,
                List.of(),
                new TrainingState(2, 1, 1.0 / 9, plateau, new OptimizerState((1L << 40) + seed, values)));
    }

    static DataSettings data(final Optional<String> order) {
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
    static Encoders encoders(final boolean isNominal, final TargetTransform transform) {
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

    static byte[] write(final RnnModel model) throws IOException {
        final var stream = new ByteArrayOutputStream();
        ModelFile.write(model, stream);
        return stream.toByteArray();
    }

    static RnnModel read(final byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes));
    }

    static void assertEqualModels(final RnnModel expected, final RnnModel actual) {
        assertEquals(expected.settings(), actual.settings());
        assertEquals(expected.encoders(), actual.encoders());
        assertEquals(errors(expected), errors(actual));
        assertEquals(expected.comparison(), actual.comparison());
        assertEquals(expected.provenance(), actual.provenance());
        assertEquals(expected.networks().size(), actual.networks().size());
        for (int number = 0; number < expected.networks().size(); number++) {
            assertEqualNetworks(
                    expected.networks().get(number), actual.networks().get(number));
        }
    }

    static void assertEqualNetworks(final TrainedNetwork expected, final TrainedNetwork actual) {
        assertArrayEquals(expected.parameters(), actual.parameters());
        assertEquals(expected.history(), actual.history());
        assertEquals(expected.bestEpoch(), actual.bestEpoch());
        assertEquals(expected.reach(), actual.reach());
        final var before = expected.state();
        final var after = actual.state();
        assertEquals(before.epochs(), after.epochs());
        assertEquals(before.learningRate(), after.learningRate());
        assertEquals(before.plateau(), after.plateau());
        assertEquals(before.optimizer().steps(), after.optimizer().steps());
        final var arrays = before.optimizer().values();
        assertEquals(arrays.size(), after.optimizer().values().size());
        for (int array = 0; array < arrays.size(); array++) {
            assertArrayEquals(arrays.get(array), after.optimizer().values().get(array));
        }
    }

    static List<List<Double>> errors(final RnnModel model) {
        return model.forecastErrors().stream()
                .flatMap(errors -> errors.steps().stream())
                .map(step -> Arrays.stream(step).boxed().toList())
                .toList();
    }

    static String json(final byte[] file) throws IOException {
        return new String(entries(file).get("model.json"), StandardCharsets.UTF_8);
    }

    /** What a file holds, in its order. */
    static Map<String, byte[]> entries(final byte[] file) throws IOException {
        final var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    static byte[] file(final Map<String, byte[]> entries) throws IOException {
        final var stream = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(stream)) {
            for (final var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return stream.toByteArray();
    }

    /** The file with another entry in the place of one of its own. */
    static byte[] with(final String name, final byte[] bytes) throws IOException {
        final var entries = entries(write(MODEL));
        entries.put(name, bytes);
        return file(entries);
    }

    /** The file with another model.json. */
    static byte[] withJson(final String json) throws IOException {
        return with("model.json", json.getBytes(StandardCharsets.UTF_8));
    }

    static void assertRefused(final byte[] bytes, final String... words) {
        final var message = assertThrows(IOException.class, () -> read(bytes)).getMessage();
        for (final var word : words) {
            assertTrue(message.contains(word), message);
        }
    }
}
