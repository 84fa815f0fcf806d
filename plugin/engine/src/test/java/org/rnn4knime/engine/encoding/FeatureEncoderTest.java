package org.rnn4knime.engine.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.Table;

/** What a network reads where values are missing, unknown or odd. */
class FeatureEncoderTest {

    private static final double NONE = Double.NaN;

    /** Sequences of three, no and two steps. */
    private static final Steps STEPS =
            new Steps(new int[] {0, 3, 3, 5}, new int[] {0, 1, 2, 3, 4}, new int[] {2, 2, 4});

    private static final Vocabulary LETTERS = new Vocabulary(List.of("a", "b", "c"));

    private static float[] encoded(final MissingValues policy, final double... values) {
        return new NumberEncoder("x", new Scaler(1, 2), 7, policy).encode(numbers("x", values), STEPS);
    }

    private static float[] encoded(final MissingValues policy, final String... values) {
        return new NominalEncoder("k", LETTERS, false, 2, policy).encode(text("k", values), STEPS);
    }

    @Test
    void theMeanTakesThePlaceOfAMissingNumber() {
        assertArrayEquals(new float[] {3, 0, 3, 2, 3}, encoded(MissingValues.MEAN, NONE, 1, NONE, 5, NONE));
    }

    @Test
    void theLastKnownNumberOfTheSameSequenceDoesAndBeforeTheFirstTheMean() {
        assertArrayEquals(new float[] {3, 0, 0, 3, 2}, encoded(MissingValues.LAST, NONE, 1, NONE, NONE, 5));
        assertArrayEquals(new float[] {4, 4, 4, 3, 3}, encoded(MissingValues.LAST, 9, NONE, NONE, NONE, NONE));
    }

    @Test
    void theMostFrequentOrLastValueTakesThePlaceOfAMissingOne() {
        assertArrayEquals(new float[] {2, 1, 2, 3, 2}, encoded(MissingValues.MEAN, null, "a", null, "c", null));
        assertArrayEquals(new float[] {2, 1, 1, 2, 3}, encoded(MissingValues.LAST, null, "a", null, null, "c"));
    }

    @Test
    void anUnknownValueIsTheIndexZeroAndRemembered() {
        assertArrayEquals(new float[] {0, 0, 1, 0, 3}, encoded(MissingValues.LAST, "?", null, "a", "x", "c"));
    }

    @Test
    void valuesAreLeftAsTheyAre() {
        final var values = new double[] {NONE, 1, NONE, 5, NONE};
        new NumberEncoder("x", new Scaler(1, 2), 7, MissingValues.LAST).encode(numbers("x", values), STEPS);

        assertArrayEquals(new double[] {NONE, 1, NONE, 5, NONE}, values);
    }

    @Test
    void anotherKindOfColumnIsRefused() {
        assertEquals(
                "The column \"x\" holds no numbers, but the model was trained with numbers in it."
                        + " Convert the column before, or train a model on such a table.",
                Refusals.ofData(() -> new NumberEncoder("x", new Scaler(0, 1), 0, MissingValues.FAIL)
                        .encode(text("x", "1", "2", "3", "4", "5"), STEPS)));
        assertEquals(
                "The column \"k\" holds no text, but the model was trained with text in it."
                        + " Convert the column before, or train a model on such a table.",
                Refusals.ofData(() -> new NominalEncoder("k", LETTERS, true, 1, MissingValues.FAIL)
                        .encode(numbers("k", 1, 2, 3, 4, 5), STEPS)));
    }

    @Test
    void meansAreOfTheKnownTrainingValues() {
        final var setup = Setup.of(
                Data.of(SequenceLayout.ROWS, Scope.STEP).features("x", "k").missing(MissingValues.MEAN));
        final var encoders = Encoded.of(
                        setup,
                        table(numbers("x", NONE, 2, 6, NONE), text("k", "b", null, "b", "a"), numbers("y", 1, 2, 3, 4)))
                .encoders();

        assertEquals(4, ((NumberEncoder) encoders.features().get(0)).mean());
        assertEquals(2, encoders.nominals().get(0).mostFrequent());
    }

    @Test
    void zerosAndOnesAreANumberLikeAnyOther() {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.STEP).features("x"));
        final var encoded = Encoded.of(setup, table(numbers("x", 0, 1, 1, 0), numbers("y", 1, 0, 1, 0)));

        assertArrayEquals(
                new float[] {-1, 1, 1, -1}, encoded.encoded().inputs().get(0).values());
    }

    private static Series series(final TargetTransform transform, final MissingValues policy, final double... values) {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).missing(policy))
                .length(1)
                .normalization(Normalization.NONE)
                .transform(transform);
        return Encoded.of(setup, table(numbers("y", values))).encoded().series().orElseThrow();
    }

    private static float[] targets(final Series series) {
        final var targets = new float[series.values().length];
        for (int step = series.encoder().firstStep(); step < targets.length; step++) {
            targets[step] = series.target(step, 0);
        }
        return targets;
    }

    @Test
    void aMissingNumberOfASeriesIsReadAsTheMeanOrTheLastButNeverLearned() {
        final var mean = series(TargetTransform.NONE, MissingValues.MEAN, 1, NONE, 3, NONE, 8);
        assertArrayEquals(new double[] {1, 4, 3, 4, 8}, mean.values(), 1e-12);
        assertArrayEquals(new float[] {1, Float.NaN, 3, Float.NaN, 8}, targets(mean));
        assertEquals(4, mean.read(1, 0));
        final var last = series(TargetTransform.NONE, MissingValues.LAST, NONE, 2, NONE, NONE, 8);
        assertArrayEquals(new double[] {5, 2, 2, 2, 8}, last.values());
        assertArrayEquals(new boolean[] {false, true, false, false, true}, last.isKnown());
    }

    @Test
    void aDifferenceToAMissingNumberIsNotLearned() {
        final var none = Float.NaN;
        final var difference = series(new TargetTransform(false, true), MissingValues.LAST, 1, NONE, 3, 4, 8);
        assertArrayEquals(new float[] {0, none, none, 1, 4}, targets(difference));
        final var season = new TargetTransform(false, false, Optional.of(2), WindowLevel.NONE);
        assertArrayEquals(
                new float[] {0, 0, 2, none, 2, none},
                targets(series(season, MissingValues.LAST, 1, NONE, 3, 4, 5, NONE)));
        final var both = new TargetTransform(false, true, Optional.of(2), WindowLevel.NONE);
        assertArrayEquals(
                new float[] {0, 0, 0, none, 0, -1}, targets(series(both, MissingValues.LAST, NONE, 1, 2, 3, 4, 4)));
    }

    @Test
    void whatIsNotKnownDoesNotCountForTheScaler() {
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).missing(MissingValues.LAST))
                .length(1)
                .normalization(Normalization.MIN_MAX);
        final var level = new TargetTransform(false, false, Optional.empty(), WindowLevel.LAST);
        final var table = table(numbers("y", 4, NONE, 9, 12));
        // Of the windows' next values, 4 - 4, 9 - 4 and 12 - 9, the first is none, and the second no difference.
        assertEquals(new Scaler(3, 2), scaler(setup.transform(level), table));
        assertEquals(new Scaler(3, 1), scaler(setup.transform(new TargetTransform(false, true)), table));
    }

    private static Scaler scaler(final Setup setup, final Table table) {
        return ((NumberTarget) Encoded.of(setup, table).encoders().target()).scaler();
    }
}
