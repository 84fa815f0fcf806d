package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.textLists;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnknownValues;

/** What becomes of predictions that would read values that the training part did not have. */
class UnknownValuesTest {

    private static final Data STEP = Data.of(SequenceLayout.LISTS, Scope.STEP).features("k");

    private static final Data WHOLE =
            Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("k");

    private static ListColumn words(final String... rows) {
        return textLists("k", Arrays.stream(rows).map(row -> row.split("")).toArray(String[][]::new));
    }

    private static ListColumn zeros(final int... lengths) {
        return lists("y", Arrays.stream(lengths).mapToObj(double[]::new).toArray(double[][]::new));
    }

    /** Whether each place has a prediction. */
    private static List<Boolean> has(final Predictions predictions) {
        return IntStream.range(0, predictions.results().size())
                .mapToObj(predictions.results()::has)
                .toList();
    }

    private static RnnModel steps(final Data data) {
        return Setup.of(data).train(table(words("abc", "bca", "cab"), zeros(3, 3, 3)));
    }

    private static RnnModel wholes(final Setup setup) {
        return setup.train(table(words("abc", "bca", "cab"), numbers("y", 1, 2, 3)));
    }

    @Test
    void aSequenceWithAnUnknownValueHasNoPredictionAtAnyOfItsSteps() {
        final var predictions = Predictor.predict(steps(STEP), table(words("ab", "adc", "c")));

        assertEquals(List.of(true, true, false, false, false, true), has(predictions));
        assertEquals(
                List.of("The training data did not have \"d\" in the column \"k\":"
                        + " 3 predictions that read such values are missing."),
                predictions.warnings());
    }

    @Test
    void aSequenceHasNoPredictionIfAnyOfItIsUnknown() {
        final var predictions = Predictor.predict(wholes(Setup.of(WHOLE)), table(words("ab", "ad", "c")));

        assertEquals(List.of(true, false, true), has(predictions));
        assertEquals(
                List.of(
                        "The training data did not have \"d\" in the column \"k\": 1 prediction that reads it is missing."),
                predictions.warnings());
    }

    @Test
    void aSequenceInPiecesHasNoneIfAnyPieceReadsAnUnknownValueAndCountsOnce() {
        final var model = wholes(Setup.of(WHOLE).maximum(2, BeyondMaximum.SPLIT));
        final var predictions = Predictor.predict(model, table(words("abcab", "abdaad", "c")));

        assertEquals(List.of(true, false, true), has(predictions));
        assertTrue(predictions.warnings().get(0).endsWith(": 1 prediction that reads it is missing."));
    }

    @Test
    void stepsThatNoPieceWithTheUnknownValueTellsOfArePredicted() {
        final var model = Setup.of(STEP).maximum(2, BeyondMaximum.SPLIT).train(table(words("abc", "bca"), zeros(3, 3)));
        // Pieces ab, bd and dc; the second tells of d, the third of c.
        final var predictions = Predictor.predict(model, table(words("abdc")));

        assertEquals(List.of(true, true, false, false), has(predictions));
        assertTrue(predictions.warnings().get(0).contains(": 2 predictions"));
    }

    @Test
    void whatIsNotReadIsNoReason() {
        final var model = wholes(Setup.of(WHOLE).maximum(2, BeyondMaximum.KEEP_END));
        final var predictions = Predictor.predict(model, table(words("dab")));

        assertEquals(List.of(true), has(predictions));
        assertTrue(predictions.warnings().stream().noneMatch(warning -> warning.startsWith("The training data")));
    }

    @Test
    void oneSequenceDoesNotMakeAnotherUnknown() {
        final var model = steps(STEP);
        final var alone = Predicted.of(model, table(words("ab")));
        final var among = Predicted.of(model, table(words("d", "ab", "d")));

        Predicted.assertEqual(alone, Arrays.copyOfRange(among, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void valuesCanBeReadAsUnknownOnesInstead(final int mostOneHot) {
        final var data = STEP.unknown(UnknownValues.READ_AS_UNKNOWN);
        final var model =
                Setup.of(data).embedding(mostOneHot, 2).train(table(words("abc", "bca", "cab"), zeros(3, 3, 3)));
        final var predictions = Predictor.predict(model, table(words("adc", "aec", "abc")));
        final var values = Predicted.of(predictions);

        assertEquals(9, Predicted.count(values));
        // Which unknown value it is makes no difference, but that it is none of the known ones does.
        assertArrayEquals(Arrays.copyOfRange(values, 0, 3), Arrays.copyOfRange(values, 3, 6));
        assertNotEquals(values[1][0], values[7][0]);
        assertEquals(
                List.of("The training data did not have \"d\" in the column \"k\", \"e\" in the column \"k\":"
                        + " such values are read as unknown ones."),
                predictions.warnings());
    }

    @Test
    void atMostThreeValuesAreNamed() {
        final var predictions = Predictor.predict(steps(STEP), table(words("defga")));

        assertEquals(
                List.of(
                        "The training data did not have \"d\" in the column \"k\", \"e\" in the column \"k\", \"f\" in the"
                                + " column \"k\" …: 5 predictions that read such values are missing."),
                predictions.warnings());
    }

    @Test
    void symbolsOfTextsAreAlwaysReadAsUnknownOnes() {
        final var data = Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("k");
        final var model = Setup.of(data).train(table(text("k", "abc", "bca", "cab"), numbers("y", 1, 2, 3)));
        final var predictions = Predictor.predict(model, table(text("k", "abx", "aby", "abc")));
        final var values = Predicted.of(predictions);

        assertEquals(3, Predicted.count(values));
        assertArrayEquals(values[0], values[1]);
        assertNotEquals(values[0][0], values[2][0]);
        assertEquals(
                List.of("The training data did not have \"x\" in the column \"k\", \"y\" in the column \"k\":"
                        + " such values are read as unknown ones."),
                predictions.warnings());
    }

    private static Table series(final String values, final String known) {
        return table(text("y", values.split("")), text("k", known.split("")));
    }

    @Test
    void aForecastThatReadsAnUnknownPastIsMissing() {
        final var data = Data.of(SequenceLayout.ROWS, Scope.FUTURE);
        final var model = Setup.of(data).length(2).train(series("abab", "abab"));
        final var predictions = Predictor.predict(model, series("abxaba", "aaaaaa"));

        // The third is predicted from those before it, the fourth and the fifth from it.
        assertEquals(List.of(false, true, true, false, false, true), has(predictions));
        assertTrue(predictions
                .warnings()
                .get(0)
                .startsWith("The training data did not have \"x\" in the column \"y\": 2 "));
    }

    @Test
    void aForecastThatReadsAnUnknownFutureIsMissing() {
        final var data =
                Data.of(SequenceLayout.ROWS, Scope.FUTURE).features("k").knownFuture("k");
        final var model = Setup.of(data).length(1).train(series("abab", "abab"));
        final var predictions = Predictor.predict(model, series("ababab", "xaaxaa"));

        // Only the fourth reads what is known of its own row; the first is predicted from nothing.
        assertEquals(List.of(false, true, true, false, true, true), has(predictions));
    }

    @Test
    void aClassThatWasNotLearnedIsAnErrorAndTold() {
        final var model = Setup.of(WHOLE).train(table(words("abc", "bca"), text("y", "p", "q")));
        final var predictions = Predictor.predict(model, table(words("ab", "bc", "ca"), text("y", "r", "r", "p")));
        final var metrics = predictions.evaluation();

        assertEquals(
                List.of("Accuracy", "Log loss"),
                metrics.stream().map(Metric::name).toList());
        assertEquals(3, metrics.get(0).count());
        assertTrue(metrics.get(0).value() <= 1.0 / 3);
        assertEquals(1, metrics.get(1).count());
        assertEquals(
                List.of("The target column \"y\" has a class that was not learned in 2 places:"
                        + " these count as errors and are left out of the log loss."),
                predictions.warnings());
    }
}
