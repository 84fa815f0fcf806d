package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.prediction.LinearRule.data;
import static org.rnn4knime.engine.prediction.LinearRule.heldBack;
import static org.rnn4knime.engine.prediction.LinearRule.number;
import static org.rnn4knime.engine.prediction.LinearRule.steps;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.ForecastErrors;
import org.rnn4knime.engine.model.ModelFile;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

class BacktestTest {

    private static final DataSettings SERIES = new DataSettings("y", List.of(), Optional.empty());

    private static final Runnable NO_CHECK = () -> {};

    /** Forecasts the last value, with some fraction held back. */
    private static RnnModel naive(final DataSettings data, final SequenceSettings sequences, final double fraction) {
        return heldBack(LinearRule.of(data, sequences, LinearRule.numbers(data, TargetTransform.NONE), 0, 1), fraction);
    }

    private static Optional<ForecastErrors> errors(final RnnModel model, final Table table) {
        return Backtest.measured(model, table, Optional.empty(), NO_CHECK).forecastErrors();
    }

    private static void assertErrors(final Optional<ForecastErrors> errors, final double[]... expected) {
        assertEquals(expected.length, errors.orElseThrow().steps().size());
        for (int step = 0; step < expected.length; step++) {
            assertArrayEquals(expected[step], errors.get().steps().get(step), 2e-4, "step " + (step + 1));
        }
    }

    private static double[] of(final double... values) {
        return values;
    }

    @Test
    void measuresFromEachStepThatIsHeldBack() {
        final var series = table(numbers("y", 0, 0, 0, 0, 0, 0, 0, 1, 3, 7));
        final var model = naive(SERIES, steps(2, ForecastMode.RECURSIVE, 5), 0.3);

        // The first from 0, then from 1, then from 3.
        assertErrors(errors(model, series), of(1, 2, 4), of(3, 6), of(7));
    }

    @Test
    void measuresOneStepAfterTheOtherOfADirectForecast() {
        final var series = table(numbers("y", 0, 0, 0, 0, 0, 0, 0, 1, 3, 7));
        final var encoders = LinearRule.numbers(SERIES, TargetTransform.NONE);
        final var model = LinearRule.of(
                SERIES, steps(2, ForecastMode.DIRECT, 2), encoders, new double[] {0, 1}, new double[][] {{1}, {1}});

        assertErrors(errors(heldBack(model, 0.3), series), of(1, 2, 4), of(2, 5));
    }

    @Test
    void measuresLogarithmsWhereTheyWereLearned() {
        final var series = table(numbers("y", 1, 1, 1, 1, 1, 1, 1, 1, Math.exp(2), Math.exp(1)));
        final var model =
                LinearRule.of(SERIES, steps(1), LinearRule.numbers(SERIES, new TargetTransform(true, false)), 0, 1);

        assertErrors(errors(heldBack(model, 0.2), series), of(1, 2), of(1));
    }

    @Test
    void measuresAllOfAValidationTable() {
        final var training = table(numbers("y", 1, 2, 3));
        final var validation = table(numbers("y", 0, 10, 30, 60));
        final var measured = Backtest.measured(
                naive(SERIES, steps(2, ForecastMode.RECURSIVE, 2), 0.5), training, Optional.of(validation), NO_CHECK);

        assertErrors(measured.forecastErrors(), of(20, 30), of(50));
    }

    @Test
    void measuresNothingIfNothingWasHeldBack() {
        final var series = table(numbers("y", 0, 1, 2, 3));
        final var all = naive(SERIES, steps(1), 0);
        final var tooShort = naive(SERIES, steps(9), 0.5);

        assertSame(all, Backtest.measured(all, series, Optional.empty(), NO_CHECK));
        assertSame(tooShort, Backtest.measured(tooShort, series, Optional.empty(), NO_CHECK));
        assertSame(tooShort, Backtest.measured(tooShort, series, Optional.of(table(numbers("y"))), NO_CHECK));
    }

    @Test
    void measuresNothingOfClasses() {
        final var model = heldBack(
                LinearRule.of(SERIES, steps(1), LinearRule.classes(SERIES, "a", "b"), new double[3], new double[][] {
                    {0, 0}, {0, 0}, {0, 0}
                }),
                0.5);

        assertSame(model, Backtest.measured(model, table(text("y", "a", "b", "a", "b")), Optional.empty(), NO_CHECK));
    }

    @Test
    void keepsWhatIsNotMeasured() {
        final var model = naive(SERIES, steps(1), 0.5);
        final var measured = Backtest.measured(model, table(numbers("y", 0, 1, 2, 3)), Optional.empty(), NO_CHECK);

        assertEquals(model.settings(), measured.settings());
        assertEquals(model.encoders(), measured.encoders());
        assertSame(
                model.networks().get(0).parameters(), measured.networks().get(0).parameters());
        assertEquals(model.provenance(), measured.provenance());
    }

    @Test
    void leavesOutWhereTheTruthIsMissing() {
        final var data = data(List.of(), List.of(), List.of(), Optional.empty(), MissingValues.LAST);
        final var series = table(numbers("y", 0, 0, 0, 0, 0, 0, 1, Double.NaN, 4, Double.NaN));

        assertErrors(errors(naive(data, steps(1, ForecastMode.RECURSIVE, 3), 0.4), series), of(1, 3), of(3), of(4));
    }

    @Test
    void readsWhatIsKnownInTheFutureFromTheLaterSteps() {
        final var data = data(List.of("x"), List.of("x"), List.of(), Optional.of("t"), MissingValues.FAIL);
        final var encoders = LinearRule.numbers(data, TargetTransform.NONE, number(data, "x"));
        final var adding = LinearRule.of(data, steps(1, ForecastMode.RECURSIVE, 3), encoders, 0, 1, 1);
        // The rows lie the other way round.
        final var series =
                table(numbers("t", 6, 5, 4, 3, 2, 1), numbers("x", 8, 4, 2, 1, 1, 1), numbers("y", 18, 10, 5, 3, 2, 1));

        // 3 + 2 = 5, 5 + 4 = 9 and not 10, 10 + 8 = 18.
        assertErrors(errors(heldBack(adding, 0.5), series), of(0, 0, 1), of(1, 1), of(1));
    }

    @Test
    void measuresOneStepWhereTheNextOneCannotBeForecast() {
        final var data = data(List.of("x"), List.of(), List.of(), Optional.empty(), MissingValues.FAIL);
        final var encoders = LinearRule.numbers(data, TargetTransform.NONE, number(data, "x"));
        final var model = LinearRule.of(data, steps(1, ForecastMode.RECURSIVE, 3), encoders, 0, 1, 1);

        assertErrors(
                errors(heldBack(model, 0.5), table(numbers("x", 1, 1, 1, 1, 1, 1), numbers("y", 1, 2, 3, 4, 6, 7))),
                of(0, 0, 1));
    }

    @Test
    void countsAForecastThatRunsAwayAsTheLargestError() {
        final var transform = new TargetTransform(true, true);
        final var model = LinearRule.of(
                SERIES, steps(1, ForecastMode.RECURSIVE, 9), LinearRule.numbers(SERIES, transform), 100, 0);
        final var ones = new double[22];
        Arrays.fill(ones, 1);
        final var errors =
                errors(heldBack(model, 0.5), table(numbers("y", ones))).orElseThrow();

        assertEquals(9, errors.steps().size());
        assertEquals(100, errors.steps().get(0)[10], 1e-2);
        assertEquals(Double.MAX_VALUE, errors.steps().get(8)[0]);
    }

    @Test
    void drawsOfVeryManyStepsSomeOfAllSequences() {
        final var shops =
                IntStream.range(0, 6_000).mapToObj(row -> "shop" + row / 60).toArray(String[]::new);
        final var values = IntStream.range(0, 6_000)
                .mapToDouble(row -> row % 60 < 30 ? 0 : row / 60)
                .toArray();
        final var data = new DataSettings("y", List.of("shop"), Optional.empty());
        final var series = table(text("shop", shops), numbers("y", values));
        final var errors = errors(naive(data, steps(1, ForecastMode.RECURSIVE, 40), 0.5), series)
                .orElseThrow();

        // 3,000 steps are held back. The first of each sequence is off by the number of the shop.
        final var first = errors.steps().get(0);
        assertEquals(ForecastErrors.MOST, first.length);
        final var jumps = Arrays.stream(first).filter(error -> error > 0).count();
        assertTrue(jumps > ForecastErrors.MOST / 60 && jumps < ForecastErrors.MOST / 15, jumps + " jumps");
        assertEquals(30, errors.steps().size());
        assertTrue(errors.steps().get(29).length > 10);
        assertArrayEquals(
                first,
                errors(naive(data, steps(1, ForecastMode.RECURSIVE, 40), 0.5), series)
                        .orElseThrow()
                        .steps()
                        .get(0));
    }

    @Test
    void canBeCanceled() {
        final var series = table(numbers("y", new double[100]));

        assertThrows(
                CancellationException.class,
                () -> Backtest.measured(naive(SERIES, steps(1), 0.5), series, Optional.empty(), () -> {
                    throw new CancellationException();
                }));
    }

    @Test
    void itsErrorsMakeIntervalsAlsoFromTheModelsFile() throws IOException {
        final var series = table(
                numbers("y", IntStream.range(0, 100).mapToDouble(t -> t % 7).toArray()));
        final var measured = Backtest.measured(naive(SERIES, steps(3), 0.5), series, Optional.empty(), NO_CHECK);
        final var stream = new ByteArrayOutputStream();
        ModelFile.write(measured, stream);
        final var read = ModelFile.read(new ByteArrayInputStream(stream.toByteArray()));

        final var request = new ForecastRequest(14, List.of(80.0, 50.0));
        final var forecast = Forecaster.forecast(read, series, Optional.empty(), request);
        final var sequence = forecast.sequences().get(0);
        final var values = ((NumberColumn) sequence.values()).values();

        assertEquals(
                List.of(80.0, 50.0),
                sequence.intervals().stream().map(ForecastInterval::level).toList());
        for (int level = 0; level < 2; level++) {
            final var expected = new ConformalIntervals(
                            measured.forecastErrors().orElseThrow(), false)
                    .reaches(request.levels().get(level), 14);
            for (int step = 0; step < 14; step++) {
                final var interval = sequence.intervals().get(level);
                assertEquals(values[step] + expected[step], interval.upper()[step]);
                assertEquals(values[step] - expected[step], interval.lower()[step]);
            }
        }
        assertTrue(forecast.warnings().get(0).contains("up to 12 steps ahead for intervals of 80 %"));
        assertEquals(
                "The model does not know how large its errors are, for nothing was held back from its training, so there"
                        + " are no intervals. Train it with a validation fraction above 0 or a validation table, or"
                        + " leave the interval levels empty.",
                assertThrows(
                                UnusableDataException.class,
                                () -> Forecaster.forecast(
                                        naive(SERIES, steps(3), 0), series, Optional.empty(), request))
                        .getMessage());
    }
}
