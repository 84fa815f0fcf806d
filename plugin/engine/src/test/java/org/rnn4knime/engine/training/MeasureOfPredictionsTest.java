package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.text;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.prediction.Metric;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;

/** What is measured while a network trains is what its predictions of the same rows are measured by afterwards. */
class MeasureOfPredictionsTest {

    private static void assertSame(final RnnModel model, final Table table) {
        final var metric = Predictor.predict(model, table).evaluation().stream()
                .filter(some -> some.name().equals("RMSE") || some.name().equals("Accuracy"))
                .mapToDouble(Metric::value)
                .findFirst();
        final var measured = MeasuredPart.value(model, table);

        assertEquals(metric.isPresent(), measured.isPresent());
        assertEquals(
                metric.orElse(0), measured.orElse(0), 1e-6 * Math.max(1, metric.orElse(0)), model.settings()::toString);
    }

    private static RawSequences raw(
            final SequenceLayout layout, final Scope scope, final boolean isNominal, final long seed) {
        final var random = new Random(seed);
        final var raw = RawSequences.of(IntStream.range(0, 12)
                .map(sequence -> layout == SequenceLayout.COLUMNS ? 8 : 3 + sequence * 5 % 9)
                .toArray());
        if (scope != Scope.SEQUENCE && isNominal) {
            raw.texts("y", (sequence, step) -> "y" + random.nextInt(3));
        } else if (scope != Scope.SEQUENCE) {
            raw.numbers("y", (sequence, step) -> 50 + 10 * random.nextGaussian());
        }
        raw.numbers("x", (sequence, step) -> random.nextGaussian());
        if (scope == Scope.SEQUENCE) {
            raw.whole(
                    isNominal
                            ? text(
                                    "y",
                                    IntStream.range(0, 12)
                                            .mapToObj(sequence -> "y" + random.nextInt(3))
                                            .toArray(String[]::new))
                            : numbers("y", random.doubles(12, 50, 60).toArray()));
        }
        return raw;
    }

    private static Table table(final SequenceLayout layout, final RawSequences raw) {
        return switch (layout) {
            case ROWS -> raw.rows();
            case COLUMNS -> raw.columns();
            case LISTS -> raw.lists();
            case TEXT -> raw.texts("y");
        };
    }

    private static Data data(final SequenceLayout layout, final Scope scope, final RawSequences raw) {
        final var data = Data.of(layout, scope);
        return switch (layout) {
            case ROWS -> data.features("x").ids("id").order("t");
            case LISTS -> data.features("x");
            case COLUMNS -> scope == Scope.FUTURE
                    ? data.target("").features(raw.columnNames("y", "x")).perStep(2)
                    : data.features(raw.columnNames("x"));
            case TEXT -> data;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ROWS, SEQUENCE",
        "ROWS, STEP",
        "ROWS, FUTURE",
        "LISTS, SEQUENCE",
        "LISTS, STEP",
        "LISTS, FUTURE",
        "COLUMNS, SEQUENCE",
        "COLUMNS, FUTURE"
    })
    void inEveryLayoutAndScope(final SequenceLayout layout, final Scope scope) {
        for (final boolean isNominal : new boolean[] {false, true}) {
            final var learned = raw(layout, scope, isNominal, 1);
            final var model = Setup.of(data(layout, scope, learned)).train(table(layout, learned));
            assertSame(model, table(layout, raw(layout, scope, isNominal, 2)));
        }
    }

    @Test
    void ofWindowsOfOneSeries() {
        for (final var y : new Table[] {
            table(
                    numbers("x", new Random(1).doubles(40).toArray()),
                    numbers("y", new Random(2).doubles(40).toArray())),
            table(
                    numbers("x", new Random(1).doubles(40).toArray()),
                    text(
                            "y",
                            IntStream.range(0, 40)
                                    .mapToObj(step -> "y" + step * step % 3)
                                    .toArray(String[]::new)))
        }) {
            assertSame(
                    Setup.of(Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x"))
                            .train(y),
                    y);
        }
    }

    @Test
    void ofTheNextSymbolsOfTexts() {
        final var table = table(text("y", "hello", "yellow", "low", "mellow yellow"));
        final var model = Setup.of(Data.of(SequenceLayout.TEXT, Scope.FUTURE))
                .epochs(30, 0.02)
                .train(table);
        assertSame(model, table);
        assertSame(model, table(text("y", "hollow", "w", "")));
    }

    private static Table table(final Column... columns) {
        return Examples.table(columns);
    }

    @ParameterizedTest
    @EnumSource(WindowLevel.class)
    void ofTransformedNumbers(final WindowLevel level) {
        for (final boolean logarithm : new boolean[] {false, true}) {
            for (final boolean difference : new boolean[] {false, true}) {
                for (final int season : new int[] {0, 4}) {
                    final var transform = new TargetTransform(
                            logarithm, difference, season == 0 ? Optional.empty() : Optional.of(season), level);
                    final var model = Setup.of(
                                    Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("passengers"))
                            .length(5)
                            .transform(transform)
                            .train(Examples.airline(0, 100));
                    assertSame(model, Examples.airline(60, 144));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MissingValues.class,
            names = {"LAST", "MEAN", "SKIP"})
    void ofNumbersOfWhichSomeAreMissing(final MissingValues policy) {
        final var random = new Random(1);
        final var y = IntStream.range(0, 60)
                .mapToDouble(step -> step % 7 == 3 || step == 0 ? Double.NaN : 5 + random.nextGaussian())
                .toArray();
        for (final var transform : new TargetTransform[] {TargetTransform.NONE, new TargetTransform(true, true)}) {
            final var setup = Setup.of(
                            Data.of(SequenceLayout.ROWS, Scope.FUTURE).missing(policy))
                    .transform(transform);
            assertSame(setup.train(table(numbers("y", y))), table(numbers("y", y)));
        }
    }

    @Test
    void ofOtherNetworks() {
        final var raw = raw(SequenceLayout.LISTS, Scope.FUTURE, true, 1);
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.FUTURE).features("x"));
        assertSame(
                setup.network(new NetworkSettings(
                                CellType.GRU, 3, 1, true, Activation.TANH, Optional.empty(), Summary.ATTENTION, 0))
                        .train(raw.lists()),
                raw.lists());
        assertSame(setup.network(CellType.JORDAN, 3).train(raw.lists()), raw.lists());
        assertSame(setup.network(CellType.LSTM, 3).train(raw.lists()), raw.lists());
    }

    @Test
    void withoutRowsThereIsNone() {
        final var model =
                Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE)).train(table(numbers("y", 1, 2, 3, 4, 5, 6)));
        assertEquals(OptionalDouble.empty(), MeasuredPart.value(model, table(numbers("y"))));
    }
}
