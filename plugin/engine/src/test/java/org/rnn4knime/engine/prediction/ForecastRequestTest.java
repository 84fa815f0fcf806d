package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4knime.engine.prediction.LinearRule.data;
import static org.rnn4knime.engine.prediction.LinearRule.steps;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;

class ForecastRequestTest {

    private static DataSettings of(
            final SequenceLayout layout,
            final Scope predict,
            final String target,
            final int featuresPerStep,
            final String... features) {
        return new DataSettings(
                layout,
                predict,
                target,
                List.of(features),
                List.of(),
                List.of(),
                Optional.empty(),
                featuresPerStep,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
    }

    private static String refusal(final Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    private static String unfit(final DataSettings data, final SequenceSettings sequences, final int horizon) {
        return refusal(() -> new ForecastRequest(horizon).requireFitting(data, sequences));
    }

    private static void assertFits(final DataSettings data, final SequenceSettings sequences, final int horizon) {
        assertDoesNotThrow(() -> new ForecastRequest(horizon).requireFitting(data, sequences));
    }

    @Test
    void readsLevels() {
        assertEquals(List.of(80.0, 95.0), ForecastRequest.levels("80, 95"));
        assertEquals(List.of(99.5, 50.0), ForecastRequest.levels(" 99.5 % ;50%"));
        assertEquals(List.of(), ForecastRequest.levels(" "));
    }

    @Test
    void refusesWhatIsNoLevel() {
        final var expected = "Interval levels (%%) holds \"%s\", which is no number above 0 and below 100. Write levels"
                + " like 80, 95, or nothing.";
        for (final var text : List.of("0", "100", "-5", "NaN", "Infinity", "many")) {
            assertEquals(expected.formatted(text), refusal(() -> ForecastRequest.levels("80, " + text)));
        }
        assertEquals(expected.formatted(""), refusal(() -> ForecastRequest.levels("80,")));
        assertEquals(expected.formatted("100"), refusal(() -> new ForecastRequest(1, List.of(100.0))));
        assertEquals(
                "Interval levels (%) names 80 twice. Name each level once.",
                refusal(() -> new ForecastRequest(1, List.of(80.0, 95.0, 80.0))));
        assertEquals(
                "Interval levels (%) names 11 levels, but 10 is the most. Leave some of them out.",
                refusal(() -> new ForecastRequest(1, Collections.nCopies(11, 80.0))));
    }

    @Test
    void refusesAHorizonOutOfRange() {
        assertEquals("Horizon must be from 1 to 100000, but is 0.", refusal(() -> new ForecastRequest(0)));
        assertEquals("Horizon must be from 1 to 100000, but is 100001.", refusal(() -> new ForecastRequest(100_001)));
    }

    @Test
    void namesTheNodeForModelsThatDoNotForecast() {
        assertEquals(
                "The model predicts \"y\" of each sequence and forecasts nothing. Use the RNN Predictor, or a model that"
                        + " predicts the next values.",
                unfit(of(SequenceLayout.ROWS, Scope.SEQUENCE, "y", 1, "x"), steps(3), 1));
        assertEquals(
                "The model predicts \"y\" at each time step and forecasts nothing. Use the RNN Predictor, or a model that"
                        + " predicts the next values.",
                unfit(of(SequenceLayout.LISTS, Scope.STEP, "y", 1, "x"), steps(3), 1));
        assertEquals(
                "The model predicts the next symbols of a text. Use the RNN Sequence Generator, or a model that predicts"
                        + " the next values of a series.",
                unfit(of(SequenceLayout.TEXT, Scope.FUTURE, "y", 1), steps(3), 1));
    }

    @Test
    void refusesADirectForecastBeyondTheTrainedHorizon() {
        final var series = new DataSettings("y", List.of(), Optional.empty());

        assertFits(series, steps(3, ForecastMode.DIRECT, 6), 6);
        assertEquals(
                "Horizon is 7, but the model was trained to forecast 6 steps ahead directly. Lower the horizon, or train"
                        + " a model with a larger one.",
                unfit(series, steps(3, ForecastMode.DIRECT, 6), 7));
        assertFits(series, steps(3, ForecastMode.RECURSIVE, 6), 7);
    }

    @Test
    void refusesToGoOnWithoutWhatIsKnownOfThePastAlone() {
        final var sales = data(
                List.of("promotion", "price"), List.of("promotion"), List.of(), Optional.empty(), MissingValues.FAIL);
        final var columns = of(SequenceLayout.COLUMNS, Scope.FUTURE, "", 2, "a1", "b1", "a2", "b2");

        assertFits(sales, steps(3), 1);
        assertEquals(
                "From the second step on, the forecast would read \"price\" of steps at which it is not known yet. In the"
                        + " RNN Learner, mark it as known in the future or forecast directly; or set the horizon to 1.",
                unfit(sales, steps(3), 2));
        assertFits(sales, steps(3, ForecastMode.DIRECT, 2), 2);
        assertEquals(
                "From the second step on, the forecast would read \"b1\" of steps at which it is not known yet. Forecast"
                        + " directly in the RNN Learner, or set the horizon to 1.",
                unfit(columns, steps(1), 2));
        assertFits(of(SequenceLayout.COLUMNS, Scope.FUTURE, "", 1, "a1", "a2"), steps(1), 2);
    }
}
