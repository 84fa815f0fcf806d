package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.prediction.LinearRule.classes;
import static org.rnn4knime.engine.prediction.LinearRule.data;
import static org.rnn4knime.engine.prediction.LinearRule.number;
import static org.rnn4knime.engine.prediction.LinearRule.steps;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

class ForecasterTest {

    private static final DataSettings SERIES = new DataSettings("y", List.of(), Optional.empty());

    private static final DataSettings IN_ORDER = new DataSettings("y", List.of(), Optional.of("t"));

    private static final DataSettings BY_SHOP = new DataSettings("y", List.of("shop"), Optional.of("t"));

    /** The last value and one more. */
    private static RnnModel plusOne(final DataSettings data, final int sequenceLength) {
        return LinearRule.of(data, steps(sequenceLength), LinearRule.numbers(data, TargetTransform.NONE), 1, 1);
    }

    private static Forecast forecast(final RnnModel model, final Table history, final int horizon) {
        return Forecaster.forecast(model, history, Optional.empty(), new ForecastRequest(horizon));
    }

    private static double[] values(final Forecast forecast, final int sequence) {
        return ((NumberColumn) forecast.sequences().get(sequence).values()).values();
    }

    private static void assertValues(final Forecast forecast, final int sequence, final double... expected) {
        assertArrayEquals(expected, values(forecast, sequence), 1e-4);
    }

    private static double[] order(final Forecast forecast, final int sequence) {
        return ((NumberColumn) forecast.sequences().get(sequence).order().orElseThrow()).values();
    }

    private static String refusal(final Runnable forecast) {
        return assertThrows(UnusableDataException.class, forecast::run).getMessage();
    }

    @Test
    void readsItsForecastsAsIfTheyWereTrue() {
        final var forecast = forecast(plusOne(SERIES, 2), table(numbers("y", 1, 2, 5)), 4);

        assertValues(forecast, 0, 6, 7, 8, 9);
        assertEquals(List.of(), forecast.warnings());
        assertEquals(List.of(), forecast.sequences().get(0).id());
        assertEquals(2, forecast.sequences().get(0).row());
        assertEquals(Optional.empty(), forecast.sequences().get(0).order());
        assertEquals("y", forecast.sequences().get(0).values().name());
        assertArrayEquals(
                new int[] {-1, -1, -1, -1}, forecast.sequences().get(0).futureRows());
    }

    @Test
    void undoesDifferencesAndSeasonsAndLogarithms() {
        final var difference = new TargetTransform(false, true);
        final var seasonal = new TargetTransform(true, false, Optional.of(3), WindowLevel.NONE);
        final var both = new TargetTransform(false, true, Optional.of(2), WindowLevel.NONE);
        final var lastValue = new TargetTransform(false, false, Optional.empty(), WindowLevel.LAST);

        // Half of the last difference, again and again.
        assertValues(transformed(difference, 0, 0.5, 1, 2, 4), 0, 5, 5.5, 5.75);
        // As a season before, times e.
        assertValues(transformed(seasonal, 1, 0, 9, 1, 2, 3), 0, Math.E, 2 * Math.E, 3 * Math.E);
        // As much more than at the step before as it was a season before.
        assertValues(transformed(both, 0, 0, 9, 1, 4, 2), 0, 5, 3, 6);
        // Of a window that ends in 0 the next value is 2.
        assertValues(transformed(lastValue, 2, 5, 1, 2, 4), 0, 6, 8, 10);
    }

    private static Forecast transformed(
            final TargetTransform transform, final double constant, final double weight, final double... history) {
        final var model = LinearRule.of(SERIES, steps(1), LinearRule.numbers(SERIES, transform), constant, weight);
        return forecast(model, table(numbers("y", history)), 3);
    }

    @Test
    void aDirectForecastReadsTheTruthAlone() {
        final var encoders = LinearRule.numbers(SERIES, new TargetTransform(false, true));
        final var model = LinearRule.of(
                SERIES, steps(1, ForecastMode.DIRECT, 3), encoders, new double[] {1, 2, 4}, new double[][] {
                    {0}, {1}, {0}
                });

        // The second difference is the last one of the history and 2; all differences add up.
        assertValues(forecast(model, table(numbers("y", 0, 10, 15)), 3), 0, 16, 23, 27);
        assertValues(forecast(model, table(numbers("y", 0, 10, 15)), 2), 0, 16, 23);
    }

    @Test
    void continuesEachSequenceAndItsOrderHoweverTheRowsLie() {
        final var history = table(
                text("shop", "b", "a", "b", "a", "c", "a"),
                numbers("t", 20, 3, 10, 2, 5, 1),
                numbers("y", 6, 9, 5, 8, 7, 7));
        final var forecast = forecast(plusOne(BY_SHOP, 2), history, 2);

        assertEquals(
                List.of(List.of("b"), List.of("a")),
                forecast.sequences().stream().map(ForecastSequence::id).toList());
        assertEquals(
                List.of(0, 1),
                forecast.sequences().stream().map(ForecastSequence::row).toList());
        assertValues(forecast, 0, 7, 8);
        assertValues(forecast, 1, 10, 11);
        assertArrayEquals(new double[] {30, 40}, order(forecast, 0));
        assertArrayEquals(new double[] {4, 5}, order(forecast, 1));
        assertEquals(List.of("1 of 3 sequences have fewer than 2 rows and are left out."), forecast.warnings());
    }

    @Test
    void continuesMonthsByTheirLengths() {
        final var forecast = forecast(
                plusOne(IN_ORDER, 1),
                table(text("t", "2023-11-30", "2023-12-31", "2024-01-31"), numbers("y", 1, 2, 3)),
                3);

        assertEquals(
                text("t", "2024-02-29", "2024-03-31", "2024-04-30").dictionary(),
                IntStream.range(0, 3)
                        .mapToObj(step -> forecast.sequences()
                                .get(0)
                                .order()
                                .orElseThrow()
                                .text(step)
                                .orElseThrow())
                        .toList());
    }

    @Test
    void warnsOfStepsThatAreNotEqual() {
        final var history = table(numbers("t", 1, 2, 3, 5), numbers("y", 1, 2, 3, 4));
        final var forecast = forecast(plusOne(IN_ORDER, 2), history, 2);

        assertArrayEquals(new double[] {6, 7}, order(forecast, 0));
        assertEquals(
                List.of("The steps of the order column are not all equal: the forecast continues with the most usual"
                        + " one."),
                forecast.warnings().stream()
                        .filter(warning -> warning.startsWith("The steps"))
                        .toList());
    }

    @Test
    void refusesAHistoryThatIsTooShortAndSaysHowManyRowsItNeeds() {
        final var model =
                LinearRule.of(SERIES, steps(2), LinearRule.numbers(SERIES, new TargetTransform(false, true)), 0, 1);

        assertEquals(
                "The table has 2 rows, but 3 are needed to forecast from. Give more history, or train a model with a"
                        + " shorter sequence length.",
                refusal(() -> forecast(model, table(numbers("y", 1, 2)), 1)));
        assertEquals(
                "The table has 1 row, but 2 are needed to forecast from and to continue the order column. Give more"
                        + " history, or train a model with a shorter sequence length.",
                refusal(() -> forecast(plusOne(IN_ORDER, 1), table(numbers("t", 1), numbers("y", 1)), 1)));
        assertTrue(refusal(() -> forecast(model, table(numbers("y")), 1)).startsWith("The table has 0 rows"));
    }

    @Test
    void oneRowIsEnoughForAWindowOfOne() {
        assertValues(forecast(plusOne(SERIES, 1), table(numbers("y", 3)), 2), 0, 4, 5);
    }

    @Test
    void beginsWhereTheTargetEnds() {
        final var history = table(
                text("shop", "a", "a", "a", "a", "b", "b"),
                numbers("t", 1, 2, 3, 4, 1, 2),
                numbers("y", 1, 2, Double.NaN, Double.NaN, 5, 6));
        final var forecast = forecast(plusOne(BY_SHOP, 2), history, 2);

        assertValues(forecast, 0, 3, 4);
        assertArrayEquals(new double[] {3, 4}, order(forecast, 0));
        assertEquals(1, forecast.sequences().get(0).row());
        assertValues(forecast, 1, 7, 8);
        assertEquals(
                List.of("2 time steps at the end of sequences have no value in the target column: the forecast begins"
                        + " there."),
                forecast.warnings());
        assertTrue(refusal(() ->
                        forecast(plusOne(SERIES, 2), table(numbers("y", 1, Double.NaN, Double.NaN, Double.NaN)), 1))
                .startsWith("The table has 1 row, but 2 are needed"));
    }

    @Test
    void treatsMissingValuesOfTheHistoryAsTheModelSays() {
        final var history = table(numbers("t", 1, 2, 3, 4), numbers("y", 1, Double.NaN, 5, 6));

        assertEquals(
                "The target column \"y\" has no value in row \"Row1\". Remove such rows or fill them before, or choose"
                        + " in the RNN Learner what becomes of missing values.",
                refusal(() -> forecast(before(MissingValues.FAIL), history, 1)));
        assertValues(forecast(before(MissingValues.LAST), history, 1), 0, 1);
        assertValues(forecast(before(MissingValues.MEAN), history, 1), 0, 0);
        assertTrue(refusal(() -> forecast(before(MissingValues.SKIP), history, 1))
                .contains("3 rows without missing values, but 4 are needed"));
        assertValues(
                forecast(
                        before(MissingValues.SKIP),
                        table(numbers("t", 0, 1, 2, 3, 4), numbers("y", 7, 1, Double.NaN, 5, 6)),
                        1),
                0,
                1);
    }

    /** Three steps before the last one: what the difference of a season of three makes known. */
    private static RnnModel before(final MissingValues missingValues) {
        final var data = data(List.of(), List.of(), List.of(), Optional.of("t"), missingValues);
        final var transform = new TargetTransform(false, false, Optional.of(3), WindowLevel.NONE);
        return LinearRule.of(data, steps(1), LinearRule.numbers(data, transform), 0, 0);
    }

    @Test
    void carriesTheLastKnownValueIntoTheWindowFromFarBefore() {
        final var data = data(List.of("x"), List.of(), List.of(), Optional.empty(), MissingValues.LAST);
        final var model = LinearRule.of(
                data, steps(1), LinearRule.numbers(data, TargetTransform.NONE, number(data, "x")), 0, 0, 1);
        final var nan = Double.NaN;
        final var history = table(numbers("x", 8, 3, nan, nan, nan), numbers("y", 1, 2, 3, 4, 5));

        assertValues(forecast(model, history, 1), 0, 3);
        assertValues(forecast(model, table(numbers("x", nan, nan), numbers("y", 1, 2)), 1), 0, 0);
    }

    @Test
    void forecastsClassesAndReadsThemAsIfTheyWereTrue() {
        final var data = SERIES;
        // After a comes b, after b comes c, after c comes a; nothing leads to "none of them".
        final var model =
                LinearRule.of(data, steps(3), classes(data, "a", "b", "c"), new double[] {-9, 0, 0, 0}, new double[][] {
                    {0, 0, 0}, {0, 0, 9}, {9, 0, 0}, {0, 9, 0}
                });
        final var forecast = forecast(model, table(text("y", "c", "b")), 4);

        assertEquals(
                List.of("c", "a", "b", "c"),
                IntStream.range(0, 4)
                        .mapToObj(step ->
                                forecast.sequences().get(0).values().text(step).orElseThrow())
                        .toList());
        assertEquals(
                "The target column \"y\" holds text, and only numbers have intervals. Leave the interval levels empty.",
                refusal(() -> Forecaster.forecast(
                        model, table(text("y", "c", "b")), Optional.empty(), new ForecastRequest(1, List.of(80.0)))));
    }

    @Test
    void aClassThatWasNotLearnedGivesNoForecastOrIsReadAsUnknown() {
        final var model =
                LinearRule.of(SERIES, steps(1), classes(SERIES, "a", "b"), new double[] {-9, 0, 1}, new double[][] {
                    {0, 0}, {0, 9}, {9, 0}
                });
        final var forecast = forecast(model, table(text("y", "a", "x")), 3);

        assertTrue(forecast.sequences().get(0).values().isMissing(0));
        assertTrue(forecast.sequences().get(0).values().isMissing(2));
        assertEquals(
                List.of("The training data did not have \"x\" in the column \"y\": 3 predictions that read such values"
                        + " are missing."),
                forecast.warnings());
        assertEquals(List.of(), forecast(model, table(text("y", "x", "a")), 3).warnings());
    }
}
