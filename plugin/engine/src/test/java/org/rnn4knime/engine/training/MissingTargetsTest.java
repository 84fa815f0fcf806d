package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** Missing values from the table to the model, and from the table to the predictions. */
class MissingTargetsTest {

    private static final double NONE = Double.NaN;

    private static final Data WHOLE =
            Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x");

    private static final Data STEP = Data.of(SequenceLayout.ROWS, Scope.STEP).features("x");

    private static final Data FUTURE = Data.of(SequenceLayout.ROWS, Scope.FUTURE);

    private static TrainedModel train(final Data data, final Table table) {
        return train(Setup.of(data), table);
    }

    private static TrainedModel train(final Setup setup, final Table table) {
        return Trainer.train(table, setup.normalization(Normalization.NONE).settings(), TrainingListener.NONE);
    }

    private static void assertFinite(final TrainedModel trained) {
        for (final float parameter : trained.model().networks().get(0).parameters()) {
            assertTrue(Float.isFinite(parameter));
        }
        assertTrue(trained.model().networks().get(0).history().stream().allMatch(epoch -> epoch.trainingLoss() > 0));
    }

    private static Column truth(final boolean isNominal, final double... values) {
        return isNominal
                ? text(
                        "y",
                        Arrays.stream(values)
                                .mapToObj(value -> Double.isNaN(value) ? null : String.valueOf(value))
                                .toArray(String[]::new))
                : numbers("y", values);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSequenceWithoutATargetIsLearnedFromAsIfItWereNotThere(final boolean isNominal) {
        final var all = lists("x", new double[] {1, 2}, new double[] {3}, new double[] {1, 1}, new double[] {2, 4});
        final var some = lists("x", new double[] {1, 2}, new double[] {1, 1});
        final var with = train(WHOLE, table(all, truth(isNominal, 1, NONE, 2, NONE)));
        final var without = train(WHOLE, table(some, truth(isNominal, 1, 2)));

        assertArrayEquals(
                without.model().networks().get(0).parameters(),
                with.model().networks().get(0).parameters());
        assertEquals(2, with.model().provenance().trainingWindows());
        assertEquals(
                List.of("2 sequences have no value in the target column \"y\" and are not learned from."),
                Examples.warnings(with));
        assertEquals(List.of(), Examples.warnings(without));
    }

    @Test
    void oneIsCountedInTheSingular() {
        final var x = lists("x", new double[] {1, 2}, new double[] {3});
        assertEquals(
                List.of("1 sequence has no value in the target column \"y\" and is not learned from."),
                Examples.warnings(train(WHOLE, table(x, numbers("y", 1, NONE)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 5})
    void aStepWithoutATargetIsCountedAndItsFeaturesAreReadAllTheSame(final int missing) {
        for (final boolean isNominal : new boolean[] {false, true}) {
            final var values = new double[] {1, 2, 1, 2, 1, 2};
            values[missing] = NONE;
            final var trained = train(STEP, table(numbers("x", 1, 5, 2, 7, 3, 3), truth(isNominal, values)));

            assertFinite(trained);
            assertEquals(
                    List.of("1 time step has no value in the target column \"y\" and is not learned from."),
                    Examples.warnings(trained));
        }
    }

    @Test
    void aBatchWithoutAnyTargetDoesNoHarm() {
        final var lengths = IntStream.range(0, 40).map(sequence -> 3).toArray();
        final var raw = RawSequences.of(lengths)
                .numbers("y", (sequence, step) -> sequence < 3 ? (double) step : NONE)
                .numbers("x", (sequence, step) -> (double) step);
        final var trained = train(STEP.ids("id").order("t"), raw.rows());

        assertFinite(trained);
        assertEquals(
                List.of("111 time steps have no value in the target column \"y\" and are not learned from."),
                Examples.warnings(trained));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTrainingLossIsTheMeanOverAllTargetsHoweverTheyAreBatched(final boolean isNominal) {
        final var x = new double[40][];
        final var y = new double[40][];
        final var words = new String[40][];
        for (int sequence = 0; sequence < x.length; sequence++) {
            x[sequence] =
                    IntStream.rangeClosed(0, sequence % 7).asDoubleStream().toArray();
            y[sequence] = Arrays.stream(x[sequence])
                    .map(value -> value % 3 == 1 ? NONE : 5 * value)
                    .toArray();
            words[sequence] = Arrays.stream(y[sequence])
                    .mapToObj(value -> Double.isNaN(value) ? null : value > 10 ? "large" : "small")
                    .toArray(String[]::new);
        }
        final var table = table(lists("x", x), isNominal ? textLists("y", words) : lists("y", y));
        // So slow that nothing is learned.
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"))
                .epochs(1, 1e-12);
        final var together = train(setup.batchSize(40), table)
                .model()
                .networks()
                .get(0)
                .history()
                .get(0)
                .trainingLoss();
        final var apart = train(setup.batchSize(3), table)
                .model()
                .networks()
                .get(0)
                .history()
                .get(0)
                .trainingLoss();

        assertEquals(together, apart, 1e-5 * together);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutAnyTargetNothingCanBeLearned(final boolean isNominal) {
        assertEquals(
                "No sequence is left to learn from: each has no value in the target column \"y\" or is held back."
                        + " Give more rows with a target, or lower the validation fraction.",
                Refusals.ofData(() -> train(WHOLE, table(lists("x", new double[] {1}), truth(isNominal, NONE)))));
        assertEquals(
                "The column \"y\" has no value in the part of the table that is learned from."
                        + " Choose another column, or a smaller validation fraction.",
                Refusals.ofData(() -> train(STEP, table(numbers("x", 1, 2), truth(isNominal, NONE, NONE)))));
    }

    @Test
    void whereAllSequencesAreHeldBackThatIsSaid() {
        final var raw = RawSequences.of(30).numbers("y", (sequence, step) -> (double) step);
        final var setup = Setup.of(FUTURE.ids("id")).validation(ValidationSplit.BY_SEQUENCE, 0.6);

        assertEquals(
                "No sequence is left to learn from: each has no value in the target column \"y\" or is held back."
                        + " Give more rows with a target, or lower the validation fraction.",
                Refusals.ofData(() -> train(setup, raw.rows())));
    }

    @ParameterizedTest
    @EnumSource(names = {"LAST", "MEAN"})
    void aMissingPastIsReadAsSomethingElseAndNotLearned(final MissingValues policy) {
        for (final boolean isNominal : new boolean[] {false, true}) {
            final var y = truth(isNominal, NONE, 1, 2, 1, NONE, 2, 1, 2, NONE);
            final var trained = train(FUTURE.missing(policy), table(y));

            assertFinite(trained);
            assertEquals(
                    List.of("3 time steps have no value in the target column \"y\" and are not learned from."),
                    Examples.warnings(trained));
            // The last one is to be predicted: so is each behind enough steps.
            final var values = Predicted.of(trained.model(), table(y));
            assertEquals(isNominal ? 8 : 6, Predicted.count(values));
        }
    }

    @Test
    void skippedStepsAreNotThereInTrainingNorInPrediction() {
        final var data = FUTURE.missing(MissingValues.SKIP);
        final var with = train(data, table(numbers("y", 1, 2, NONE, 4, 5, 3, 6)));
        final var without = train(data, table(numbers("y", 1, 2, 4, 5, 3, 6)));
        assertArrayEquals(
                without.model().networks().get(0).parameters(),
                with.model().networks().get(0).parameters());
        assertEquals(
                List.of("1 time step is left out for missing values, first of the column \"y\" in row \"Row2\"."),
                Examples.warnings(with));

        final var expected = Predicted.of(with.model(), table(numbers("y", 1, 2, 4, 5, 3)));
        final var actual = Predicted.of(with.model(), table(numbers("y", NONE, 1, 2, NONE, 4, 5, 3)));
        assertEquals(expected[3][0], actual[5][0]);
        assertEquals(expected[4][0], actual[6][0]);
        assertEquals(2, Predicted.count(actual));
    }

    @Test
    void aSkippedStepHasNoPredictionOfItsOwn() {
        final var model = train(
                        STEP.missing(MissingValues.SKIP), table(numbers("x", 1, 2, 3, 4), numbers("y", 4, 3, 2, 1)))
                .model();
        final var actual = Predicted.of(model, table(numbers("x", 1, NONE, 2)));
        final var expected = Predicted.of(model, table(numbers("x", 1, 2)));

        assertTrue(Double.isNaN(actual[1][0]));
        assertEquals(expected[0][0], actual[0][0]);
        assertEquals(expected[1][0], actual[2][0]);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAST", "MEAN"})
    void aMissingFeatureIsReadAsWhatTakesItsPlace(final MissingValues policy) {
        final var model = train(STEP.missing(policy), table(numbers("x", 1, NONE, 4, 7), numbers("y", 4, 3, 2, 1)))
                .model();
        final var actual = Predicted.of(model, table(numbers("x", NONE, 6, NONE)));
        // The mean of the training part is 4.
        final var last = policy == MissingValues.LAST ? 6 : 4;
        final var expected = Predicted.of(model, table(numbers("x", 4, 6, last)));

        Predicted.assertEqual(expected, actual);
    }

    @Test
    void missingValuesAreRefusedInPredictionTooIfTheModelSaysSo() {
        final var model = train(STEP, table(numbers("x", 1, 2, 3, 4), numbers("y", 4, 3, 2, 1)))
                .model();

        assertTrue(Refusals.ofData(() -> Predicted.of(model, table(numbers("x", 1, NONE))))
                .startsWith("The feature column \"x\" has no value in row \"Row1\"."));
    }

    @Test
    void aFeatureWithoutAnyValueCannotBeLearnedFrom() {
        assertEquals(
                "The column \"x\" has no value in the part of the table that is learned from."
                        + " Choose another column, or a smaller validation fraction.",
                Refusals.ofData(() ->
                        train(STEP.missing(MissingValues.MEAN), table(numbers("x", NONE, NONE), numbers("y", 1, 2)))));
        assertEquals(
                "The table has 0 rows without missing values, but 1 is needed to learn from. Give a table with rows.",
                Refusals.ofData(() ->
                        train(STEP.missing(MissingValues.SKIP), table(numbers("x", NONE, NONE), numbers("y", 1, 2)))));
    }

    @Test
    void rowsWithoutATargetToReadAreNotCalledTooFew() {
        final var data = Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x");
        final var x = numbers("x", 1, 2, 3, 4, 5, 6);
        final var model = train(data, table(x, numbers("y", 1, 2, 3, 4, 5, 6))).model();
        final var predictions = Predictor.predict(model, table(x, numbers("y", 1, NONE, NONE, NONE, NONE, NONE)));

        assertEquals(4, Predicted.count(Predicted.of(predictions)));
        assertEquals(List.of(), predictions.warnings());
    }
}
