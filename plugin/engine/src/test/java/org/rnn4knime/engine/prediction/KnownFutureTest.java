package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.prediction.LinearRule.data;
import static org.rnn4knime.engine.prediction.LinearRule.nominal;
import static org.rnn4knime.engine.prediction.LinearRule.number;
import static org.rnn4knime.engine.prediction.LinearRule.steps;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TimeColumn;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.UnusableDataException;

class KnownFutureTest {

    private static final Table HISTORY = table(numbers("t", 1, 2, 3), numbers("x", 7, 7, 7), numbers("y", 1, 2, 3));

    private static DataSettings inOrder(final MissingValues missingValues) {
        return data(List.of("x"), List.of("x"), List.of(), Optional.of("t"), missingValues);
    }

    /** The value before and what is known of the step itself: an error at a step is one at all that follow. */
    private static RnnModel adding(final DataSettings data) {
        return LinearRule.of(
                data, steps(2), LinearRule.numbers(data, TargetTransform.NONE, number(data, "x")), 0, 1, 1);
    }

    private static final RnnModel ADDING = adding(inOrder(MissingValues.FAIL));

    private static ForecastSequence forecast(
            final RnnModel model, final Table history, final Table future, final int horizon) {
        return Forecaster.forecast(model, history, Optional.of(future), new ForecastRequest(horizon))
                .sequences()
                .get(0);
    }

    private static void assertValues(final ForecastSequence forecast, final double... expected) {
        assertArrayEquals(expected, ((NumberColumn) forecast.values()).values(), 1e-4);
    }

    private static String refusal(final Runnable forecast) {
        return assertThrows(UnusableDataException.class, forecast::run).getMessage();
    }

    @Test
    void decidesEachStep() {
        final var forecast = forecast(ADDING, HISTORY, table(numbers("t", 4, 5, 6), numbers("x", 10, 20, -5)), 3);

        assertValues(forecast, 13, 33, 28);
        assertArrayEquals(new int[] {0, 1, 2}, forecast.futureRows());
    }

    @Test
    void isFoundByTheOrderHoweverTheRowsLieAndWhateverElseThereIs() {
        final var future = table(
                numbers("more", 1, 2, 3, 4, 5, 6),
                numbers("x", 99, -5, 10, 99, 20, 99),
                numbers("t", 3, 6, 4, 3.5, 5, 7));

        final var forecast = forecast(ADDING, HISTORY, future, 3);

        assertValues(forecast, 13, 33, 28);
        assertArrayEquals(new int[] {2, 4, 1}, forecast.futureRows());
    }

    @Test
    void isFoundByTheSequenceAndTheOrder() {
        final var data =
                data(List.of("x"), List.of("x"), List.of("shop", "city"), Optional.of("t"), MissingValues.FAIL);
        final var history = table(
                text("shop", "a", "a", "b", "b"),
                text("city", "u", "u", "u", "u"),
                numbers("t", 1, 2, 11, 12),
                numbers("x", 0, 0, 0, 0),
                numbers("y", 0, 0, 0, 0));
        final var future = table(
                numbers("t", 13, 3, 3, 14),
                numbers("x", 1, 2, 3, 4),
                text("city", "u", "v", "u", "u"),
                text("shop", "b", "a", "a", "b"));
        final var forecasts = Forecaster.forecast(adding(data), history, Optional.of(future), new ForecastRequest(1))
                .sequences();

        assertValues(forecasts.get(0), 3);
        assertArrayEquals(new int[] {2}, forecasts.get(0).futureRows());
        assertValues(forecasts.get(1), 1);
        assertArrayEquals(new int[] {0}, forecasts.get(1).futureRows());
        assertEquals(
                "The table \"Known future\" has no row for step 2 (4) of the forecast of the sequence [a, u], so \"x\" is"
                        + " not known there. Add a row for each step, or lower the horizon.",
                refusal(() -> forecast(adding(data), history, future, 2)));
    }

    @Test
    void isFoundByItsPlaceWithoutAnOrder() {
        final var data = data(List.of("x"), List.of("x"), List.of("shop"), Optional.empty(), MissingValues.FAIL);
        final var history = table(text("shop", "a", "a"), numbers("x", 7, 7), numbers("y", 1, 2));
        final var future = table(text("shop", "b", "a", "a"), numbers("x", 99, 10, 20));

        final var forecast = forecast(adding(data), history, future, 2);

        assertValues(forecast, 12, 32);
        assertArrayEquals(new int[] {1, 2}, forecast.futureRows());
        assertEquals(
                "The table \"Known future\" has no row for step 3 of the forecast of the sequence [a], so \"x\" is not"
                        + " known there. Add a row for each step, or lower the horizon.",
                refusal(() -> forecast(adding(data), history, future, 3)));
    }

    @Test
    void ordersMeetWhereTheirPlacesAreTheSame() {
        final var data = inOrder(MissingValues.FAIL);
        final var x = numbers("x", 5);
        final var berlin = LocalDate.of(2024, 2, 29).atStartOfDay(ZoneId.of("Europe/Berlin"));

        assertMeets(numbers("t", 0.1, 0.2), numbers("t", 0.1 + 0.2), x, data);
        assertMeets(text("t", "2024-01", "2024-02"), text("t", "2024-03"), x, data);
        assertMeets(
                text("t", "2024-01-01T00:00Z", "2024-01-01T01:00Z"), text("t", "2024-01-01T03:00:00+01:00"), x, data);
        assertMeets(
                times(berlin.minusDays(1), berlin),
                times(berlin.plusDays(1).withZoneSameInstant(ZoneId.of("Asia/Seoul"))),
                x,
                data);
    }

    private static Column times(final Temporal... values) {
        return new TimeColumn("t", Arrays.stream(values).map(Optional::of).toList());
    }

    private static void assertMeets(final Column past, final Column next, final Column x, final DataSettings data) {
        assertValues(forecast(adding(data), table(past, numbers("x", 0, 0), numbers("y", 1, 2)), table(next, x), 1), 7);
    }

    @Test
    void neverReadsTheTarget() {
        final var t = numbers("t", 4, 5);
        final var x = numbers("x", 10, 20);

        for (final var truth : List.<Column>of(
                numbers("y", 1, 2),
                numbers("y", Double.NaN, 1e308),
                numbers("y", Double.NEGATIVE_INFINITY, Double.NaN),
                text("y", "what", "ever"))) {
            assertValues(forecast(ADDING, HISTORY, table(t, x, truth), 2), 13, 33);
        }
    }

    @Test
    void isNeededIfTheModelReadsIt() {
        assertEquals(
                "The model reads the column \"x\", which is known in the future, but there is no table \"Known future\"."
                        + " Give that table, with a row for each step of the forecast.",
                refusal(() -> Forecaster.forecast(ADDING, HISTORY, Optional.empty(), new ForecastRequest(1))));
        assertTrue(refusal(() -> forecast(ADDING, HISTORY, table(numbers("t", 4)), 1))
                .startsWith("The table \"Known future\" has no column \"x\"."));
        assertTrue(refusal(() -> forecast(ADDING, HISTORY, table(numbers("x", 4)), 1))
                .startsWith("The table \"Known future\" has no column \"t\"."));
    }

    @Test
    void refusesASecondRowForAStep() {
        assertEquals(
                "The table \"Known future\" has a second row for 5: row \"Row2\". Keep one row for each time step, for"
                        + " example with the Duplicate Row Filter.",
                refusal(() -> forecast(ADDING, HISTORY, table(numbers("t", 5, 4, 5), numbers("x", 1, 2, 3)), 1)));
    }

    @Test
    void refusesAStepThatNoRowTellsOf() {
        assertEquals(
                "The table \"Known future\" has no row for step 2 (5) of the forecast, so \"x\" is not known there. Add a"
                        + " row for each step, or lower the horizon.",
                refusal(() -> forecast(ADDING, HISTORY, table(numbers("t", 4, 6), numbers("x", 1, 2)), 3)));
        assertTrue(refusal(() -> forecast(ADDING, HISTORY, table(numbers("t"), numbers("x")), 1))
                .startsWith("The table \"Known future\" has no row for step 1 (4)"));
    }

    @Test
    void refusesAMissingValueUnlessTheModelFillsIt() {
        final var future = table(numbers("t", 4, 5), numbers("x", 10, Double.NaN));

        for (final var refusing : List.of(MissingValues.FAIL, MissingValues.SKIP)) {
            assertEquals(
                    "The column \"x\" of the table \"Known future\" has no value in row \"Row1\". Fill it before, or train"
                            + " a model that fills missing values.",
                    refusal(() -> forecast(adding(inOrder(refusing)), HISTORY, future, 2)));
            assertValues(forecast(adding(inOrder(refusing)), HISTORY, future, 1), 13);
        }
        assertValues(forecast(adding(inOrder(MissingValues.LAST)), HISTORY, future, 2), 13, 23);
        assertValues(forecast(adding(inOrder(MissingValues.MEAN)), HISTORY, future, 2), 13, 13);
        assertValues(
                forecast(
                        adding(inOrder(MissingValues.LAST)),
                        HISTORY,
                        table(numbers("t", 4), numbers("x", Double.NaN)),
                        1),
                10);
    }

    @Test
    void refusesWhatIsNotOfTheHistorysKind() {
        assertEquals(
                "The column \"x\" of the table \"Known future\" holds text, but that of the history holds numbers."
                        + " Convert one of them before.",
                refusal(() -> forecast(ADDING, HISTORY, table(numbers("t", 4), text("x", "1")), 1)));
        assertEquals(
                "The column \"t\" of the table \"Known future\" holds text, but that of the history holds numbers."
                        + " Convert one of them before.",
                refusal(() -> forecast(ADDING, HISTORY, table(text("t", "4"), numbers("x", 1)), 1)));
        assertEquals(
                "The column \"x\" of the table \"Known future\" has Infinity in row \"Row0\". Replace it by a value of the"
                        + " size that the history has.",
                refusal(() ->
                        forecast(ADDING, HISTORY, table(numbers("t", 4), numbers("x", Double.POSITIVE_INFINITY)), 1)));
        assertEquals(
                "In the table \"Known future\": The order column \"t\" has no value in row \"Row1\". Remove such rows or"
                        + " fill them before.",
                refusal(() -> forecast(ADDING, HISTORY, table(numbers("t", 4, Double.NaN), numbers("x", 1, 2)), 1)));
    }

    @Test
    void refusesARowWithoutASequence() {
        final var data = data(List.of("x"), List.of("x"), List.of("shop"), Optional.empty(), MissingValues.FAIL);
        final var history = table(text("shop", "a", "a"), numbers("x", 7, 7), numbers("y", 1, 2));

        assertEquals(
                "The sequence ID column \"shop\" of the table \"Known future\" has no value in row \"Row1\". Remove such"
                        + " rows or fill them before.",
                refusal(() -> forecast(
                        adding(data), history, table(text("shop", "a", (String) null), numbers("x", 1, 2)), 1)));
    }

    @Test
    void onlyFindsTheRowsOfAModelThatReadsNothingOfIt() {
        final var data = new DataSettings("y", List.of(), Optional.of("t"));
        final var model = LinearRule.of(data, steps(1), LinearRule.numbers(data, TargetTransform.NONE), 1, 1);

        final var forecast =
                forecast(model, HISTORY, table(numbers("t", 6, 4), numbers("y", 1, Double.POSITIVE_INFINITY)), 4);

        assertValues(forecast, 4, 5, 6, 7);
        assertArrayEquals(new int[] {1, -1, 0, -1}, forecast.futureRows());
    }

    @Test
    void aDirectForecastReadsAllStepsThatTheTableHas() {
        final var data = inOrder(MissingValues.FAIL);
        final var encoders = LinearRule.numbers(data, TargetTransform.NONE, number(data, "x"));
        // Each step is what is known of the third one.
        final var model =
                LinearRule.of(data, steps(1, ForecastMode.DIRECT, 3), encoders, new double[3], new double[][] {
                    {0, 0, 0, 1}, {0, 0, 0, 1}, {0, 0, 0, 1}
                });
        final var t = numbers("t", 4, 5, 6);

        assertValues(forecast(model, HISTORY, table(t, numbers("x", 10, 20, 30)), 3), 30, 30, 30);
        // Also beyond the horizon; where the table ends, its last value stands.
        assertValues(forecast(model, HISTORY, table(t, numbers("x", 10, 20, 30)), 1), 30);
        assertValues(forecast(model, HISTORY, table(t, numbers("x", 10, 20, Double.NaN)), 1), 20);
        assertValues(forecast(model, HISTORY, table(numbers("t", 4), numbers("x", 10)), 1), 10);
    }

    @Test
    void nominalValuesDecideTooAndUnknownOnesGiveNoForecast() {
        final var data = inOrder(MissingValues.FAIL);
        final var encoders = LinearRule.numbers(data, TargetTransform.NONE, nominal(data, "x", "off", "on"));
        final var model = LinearRule.of(data, steps(1), encoders, 0, 1, 0, 5);
        final var history = table(numbers("t", 1, 2), text("x", "off", "off"), numbers("y", 1, 2));
        final var t = numbers("t", 3, 4, 5);

        assertValues(forecast(model, history, table(t, text("x", "on", "off", "on")), 3), 7, 7, 12);
        final var forecast = Forecaster.forecast(
                model, history, Optional.of(table(t, text("x", "on", "new", "on"))), new ForecastRequest(3));
        assertValues(forecast.sequences().get(0), 7, Double.NaN, Double.NaN);
        assertEquals(
                List.of(
                        "The training data did not have \"new\" in the column \"x\": 2 predictions that read such values"
                                + " are missing."),
                forecast.warnings());
    }

    @Test
    void unknownValuesThatNoForecastReadsDoNoHarm() {
        final var data = data(List.of("x"), List.of("x"), List.of("shop"), Optional.empty(), MissingValues.FAIL);
        final var direct = LinearRule.of(
                data,
                steps(1, ForecastMode.DIRECT, 3),
                LinearRule.numbers(data, TargetTransform.NONE, nominal(data, "x", "on")),
                new double[3],
                new double[][] {{1, 5, 0, 0}, {1, 5, 0, 0}, {1, 5, 0, 0}});
        final var history = table(text("shop", "a", "b"), text("x", "new", "new"), numbers("y", 1, 2));
        final var forecast = Forecaster.forecast(
                direct,
                history,
                Optional.of(table(text("shop", "b", "a"), text("x", "on", "on"))),
                new ForecastRequest(1));

        // What is known of the next steps of one sequence ends before the other's begins.
        assertValues(forecast.sequences().get(0), 6);
        assertValues(forecast.sequences().get(1), 7);
        assertEquals(List.of(), forecast.warnings());

        final var past = data(List.of("x"), List.of(), List.of(), Optional.empty(), MissingValues.FAIL);
        final var difference = new TargetTransform(false, true);
        final var model =
                LinearRule.of(past, steps(1), LinearRule.numbers(past, difference, nominal(past, "x", "on")), 0, 1, 5);
        final var next = Forecaster.forecast(
                model, table(text("x", "new", "on"), numbers("y", 1, 2)), Optional.empty(), new ForecastRequest(1));

        assertValues(next.sequences().get(0), 8);
        assertEquals(List.of(), next.warnings());
    }

    @Test
    void theOrderColumnIsKnownWithoutATable() {
        final var data = data(List.of("t"), List.of("t"), List.of("shop"), Optional.of("t"), MissingValues.FAIL);
        final var model = LinearRule.of(
                data, steps(1), LinearRule.numbers(data, TargetTransform.NONE, number(data, "t")), 0, 0, 1);
        final var history =
                table(text("shop", "a", "b", "a", "b"), numbers("t", 1, 10, 2, 20), numbers("y", 0, 0, 0, 0));
        final var forecasts = Forecaster.forecast(model, history, Optional.empty(), new ForecastRequest(2))
                .sequences();

        assertValues(forecasts.get(0), 3, 4);
        assertValues(forecasts.get(1), 30, 40);
    }

    @Test
    void hasNoPlaceBesideOneRowASequence() {
        final var data = new DataSettings(
                SequenceLayout.COLUMNS,
                Scope.FUTURE,
                "",
                List.of("h1", "h2"),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
        final var model = LinearRule.of(data, steps(1), LinearRule.numbers(data, TargetTransform.NONE), 0, 1);

        assertEquals(
                "The table \"Known future\" has one row a time step, but the model reads one row a sequence. Forecast"
                        + " without that table.",
                refusal(() -> forecast(model, table(numbers("h1", 1), numbers("h2", 2)), table(numbers("h", 1)), 1)));
    }
}
