package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.textLists;
import static org.rnn4knime.engine.Examples.texts;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.sequence.Sequences.Truth;

/** What becomes of missing values before anything is encoded: policy by layout by role. */
class MissingValuesTest {

    private static final double NONE = Double.NaN;

    private static final String REMEDY =
            " Remove such rows or fill them before, or choose in the RNN Learner what becomes of missing values.";

    private static final Data ROWS =
            Data.of(SequenceLayout.ROWS, Scope.STEP).features("x", "k").ids("id");

    private static final Data FUTURE =
            Data.of(SequenceLayout.ROWS, Scope.FUTURE).features("x").ids("id");

    private static Sequences of(final Data data, final Column... columns) {
        return Sequences.of(table(columns), data.settings(), Truth.COMPLETE);
    }

    private static Sequences toPredict(final Data data, final Column... columns) {
        return Sequences.of(table(columns), data.settings(), Truth.MAY_END_EARLY);
    }

    private static List<String> target(final Sequences sequences) {
        return texts(sequences.target().orElseThrow());
    }

    private static double[] without(final int missing) {
        final var values = new double[] {1, 2, 3, 4, 5};
        values[missing] = NONE;
        return values;
    }

    private static String[] wordsWithout(final int missing) {
        final var values = new String[] {"a", "b", "c", "d", "e"};
        values[missing] = null;
        return values;
    }

    private static TextColumn ids() {
        return text("id", "i", "i", "i", "j", "j");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aMissingFeatureIsNamedOrItsStepLeftOut(final int row) {
        final var all = numbers("x", 1, 2, 3, 4, 5);
        final var words = text("k", "a", "b", "c", "d", "e");
        final var y = numbers("y", 1, 2, 3, 4, 5);
        assertEquals(
                "The feature column \"x\" has no value in row \"Row" + row + "\"." + REMEDY,
                Refusals.ofData(() -> of(ROWS, ids(), numbers("x", without(row)), words, y)));
        assertEquals(
                "The feature column \"k\" has no value in row \"Row" + row + "\"." + REMEDY,
                Refusals.ofData(() -> of(ROWS, ids(), all, text("k", wordsWithout(row)), y)));

        final var skip = ROWS.missing(MissingValues.SKIP);
        for (final var sequences : List.of(
                of(skip, ids(), numbers("x", without(row)), words, y),
                of(skip, ids(), all, text("k", wordsWithout(row)), y))) {
            assertArrayEquals(
                    new int[] {0, row < 3 ? 2 : 3, 4}, sequences.steps().offsets());
            assertEquals(
                    Arrays.stream(new int[] {0, 1, 2, 3, 4})
                            .filter(other -> other != row)
                            .boxed()
                            .toList(),
                    Arrays.stream(sequences.steps().places()).boxed().toList());
            assertEquals(4, target(sequences).size());
            assertTrue(sequences.warnings().get(0).startsWith("1 time step is left out for missing values, first of"));
            assertTrue(sequences.warnings().get(0).endsWith(" in row \"Row" + row + "\"."));
        }
    }

    @Test
    void stepsThatAreLeftOutAreCountedInOneSentence() {
        final var sequences = of(
                ROWS.missing(MissingValues.SKIP),
                ids(),
                numbers("x", 1, NONE, 3, NONE, NONE),
                text("k", "a", null, null, "d", null),
                numbers("y", 1, 2, 3, 4, 5));

        assertEquals(
                List.of("4 time steps are left out for missing values, first of the column \"x\" in row \"Row1\"."),
                sequences.warnings());
        assertArrayEquals(new int[] {0, 1, 1}, sequences.steps().offsets());
        assertEquals(List.of(List.of("i"), List.of("j")), sequences.ids());
        assertArrayEquals(new int[] {2, 4}, sequences.steps().rows());
    }

    @ParameterizedTest
    @EnumSource(names = {"LAST", "MEAN"})
    void otherPoliciesKeepAllSteps(final MissingValues policy) {
        final var sequences = of(
                ROWS.missing(policy),
                ids(),
                numbers("x", without(1)),
                text("k", wordsWithout(0)),
                numbers("y", without(4)));

        assertEquals(5, sequences.steps().count());
        assertEquals(
                Arrays.asList("1", null, "3", "4", "5"),
                texts(sequences.features().get(0)));
        assertEquals(List.of(), sequences.warnings());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "SKIP"})
    void aMissingTargetIsNoReasonToRefuseOrToLeaveAStepOutWhereItIsNotRead(final MissingValues policy) {
        for (final int row : new int[] {0, 2, 4}) {
            final var sequences = of(
                    ROWS.missing(policy),
                    ids(),
                    numbers("x", 1, 2, 3, 4, 5),
                    text("k", "a", "b", "c", "d", "e"),
                    numbers("y", without(row)));
            assertEquals(5, sequences.steps().count());
            assertTrue(sequences.target().orElseThrow().isMissing(row));
        }
    }

    @Test
    void whereItsPastIsReadAMissingTargetIsAMissingValue() {
        final var x = numbers("x", 1, 2, 3, 4, 5);
        for (final int row : new int[] {0, 1, 2, 3, 4}) {
            for (final var y : List.<Column>of(numbers("y", without(row)), text("y", wordsWithout(row)))) {
                assertEquals(
                        "The target column \"y\" has no value in row \"Row" + row + "\"." + REMEDY,
                        Refusals.ofData(() -> of(FUTURE, ids(), x, y)));
                final var skipping = of(FUTURE.missing(MissingValues.SKIP), ids(), x, y);
                assertEquals(4, skipping.steps().count());
                assertEquals(
                        List.of("1 time step is left out for missing values, first of the column \"y\" in row \"Row"
                                + row + "\"."),
                        skipping.warnings());
                assertEquals(
                        5,
                        of(FUTURE.missing(MissingValues.MEAN), ids(), x, y)
                                .steps()
                                .count());
            }
        }
    }

    @Test
    void whatIsToBePredictedMayBeMissingAtTheEndOfEachSequence() {
        final var x = numbers("x", 1, 2, 3, 4, 5);
        final var y = numbers("y", 1, NONE, NONE, 4, NONE);
        for (final var policy : MissingValues.values()) {
            final var sequences = toPredict(FUTURE.missing(policy), ids(), x, y);
            assertEquals(5, sequences.steps().count(), policy.name());
            assertEquals(1, sequences.knownLength(0));
            assertEquals(2, sequences.readableLength(0));
            assertEquals(1, sequences.knownLength(1));
            assertEquals(List.of(), sequences.warnings());
        }
        assertEquals(
                "The target column \"y\" has no value in row \"Row0\"." + REMEDY,
                Refusals.ofData(() -> toPredict(FUTURE, ids(), x, numbers("y", NONE, 2, NONE, 4, 5))));
        assertEquals(
                4,
                toPredict(FUTURE.missing(MissingValues.SKIP), ids(), x, numbers("y", NONE, 2, NONE, 4, 5))
                        .steps()
                        .count());
    }

    @Test
    void aSequenceWithoutAnyTargetCanBePredictedAtItsFirstStep() {
        final var sequences =
                toPredict(FUTURE, ids(), numbers("x", 1, 2, 3, 4, 5), numbers("y", NONE, NONE, NONE, 4, 5));

        assertEquals(0, sequences.knownLength(0));
        assertEquals(1, sequences.readableLength(0));
    }

    @Test
    void behindTheTruthAFeatureMayBeMissingUnlessItIsKnownInTheFutureOfAStepThatIsPredicted() {
        final var id = text("id", "i", "i", "i", "i");
        final var y = numbers("y", 1, 2, NONE, NONE);
        assertEquals(
                4,
                toPredict(FUTURE, id, numbers("x", 1, 2, NONE, NONE), y).steps().count());
        final var known = FUTURE.knownFuture("x");
        assertEquals(
                4, toPredict(known, id, numbers("x", 1, 2, 3, NONE), y).steps().count());
        assertEquals(
                "The feature column \"x\" has no value in row \"Row2\"." + REMEDY,
                Refusals.ofData(() -> toPredict(known, id, numbers("x", 1, 2, NONE, 4), y)));
        assertEquals(
                "The feature column \"x\" has no value in row \"Row1\"." + REMEDY,
                Refusals.ofData(() -> toPredict(FUTURE, id, numbers("x", 1, NONE, 3, 4), y)));
    }

    @Test
    void elementsOfListsAreLeftOutOneByOne() {
        final var data =
                Data.of(SequenceLayout.LISTS, Scope.STEP).features("x", "k").missing(MissingValues.SKIP);
        final var sequences = of(
                data,
                lists("x", new double[] {1, NONE, 3}, new double[] {NONE}),
                textLists("k", new String[] {"a", "b", null}, new String[] {"a"}),
                lists("y", new double[] {1, 2, 3}, new double[] {4}));

        assertArrayEquals(new int[] {0, 1, 1}, sequences.steps().offsets());
        assertArrayEquals(new int[] {0}, sequences.steps().places());
        assertEquals(
                List.of("3 time steps are left out for missing values, first of the column \"x\" in row \"Row0\""
                        + " at position 2."),
                sequences.warnings());
    }

    @Test
    void stepColumnsAreLeftOutOneByOneAndNamed() {
        final var data = Data.of(SequenceLayout.COLUMNS, Scope.SEQUENCE)
                .features("a", "b", "c")
                .missing(MissingValues.SKIP);
        final var sequences =
                of(data, numbers("a", 1, 10), numbers("b", 2, NONE), numbers("c", NONE, NONE), text("y", "no", "yes"));

        assertArrayEquals(new int[] {0, 2, 3}, sequences.steps().offsets());
        assertArrayEquals(new int[] {0, 1, 0}, sequences.steps().places());
        assertEquals(List.of("1", "2", "10"), texts(sequences.features().get(0)));
        assertEquals(List.of("no", "yes"), target(sequences));
        assertEquals(
                List.of("3 time steps are left out for missing values, first of the column \"c\" in row \"Row0\"."),
                sequences.warnings());
    }

    @Test
    void stepColumnsToBeForecastMayBeMissingAtTheEnd() {
        final var data =
                Data.of(SequenceLayout.COLUMNS, Scope.FUTURE).target("").features("a", "b", "c");
        final var columns = new Column[] {numbers("a", 1, 10), numbers("b", 2, NONE), numbers("c", NONE, NONE)};

        final var sequences = toPredict(data, columns);
        assertEquals(2, sequences.knownLength(0));
        assertEquals(1, sequences.knownLength(1));
        assertEquals(
                "The target column \"c\" has no value in row \"Row0\"." + REMEDY,
                Refusals.ofData(() -> of(data, columns)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void infinitiesAreRefusedWhateverThePolicy(final double infinite) {
        for (final var policy : MissingValues.values()) {
            final var data = ROWS.features("x").missing(policy);
            assertEquals(
                    "The feature column \"x\" holds " + infinite + " in row \"Row3\"."
                            + " Remove such rows or replace the value before.",
                    Refusals.ofData(
                            () -> of(data, ids(), numbers("x", 1, 2, 3, infinite, 5), numbers("y", 1, 2, 3, 4, 5))));
            assertEquals(
                    "The target column \"y\" holds " + infinite + " in row \"Row4\"."
                            + " Remove such rows or replace the value before.",
                    Refusals.ofData(
                            () -> of(data, ids(), numbers("x", 1, 2, 3, 4, 5), numbers("y", 1, 2, 3, 4, infinite))));
        }
    }

    @Test
    void theOneTargetOfASequenceMayNotBeInfiniteNorTooLarge() {
        final var data = Data.of(SequenceLayout.COLUMNS, Scope.SEQUENCE).features("a");
        assertEquals(
                "The target column \"y\" holds Infinity in row \"Row1\"."
                        + " Remove such rows or replace the value before.",
                Refusals.ofData(() -> of(data, numbers("a", 1, 2), numbers("y", 1, Double.POSITIVE_INFINITY))));
        assertEquals(
                "The target column \"y\" holds -2.0E307 in row \"Row0\", but values may be up to 1.0E307."
                        + " Remove such rows, or divide the column by a large number before.",
                Refusals.ofData(() -> of(data, numbers("a", 1, 2), numbers("y", -2e307, 1))));
        final var rows =
                Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x").ids("id");
        assertTrue(Refusals.ofData(() -> of(
                        rows, ids(), numbers("x", 1, 2, 3, 4, 5), numbers("y", 1, 1, Double.POSITIVE_INFINITY, 1, 1)))
                .contains("\"y\" holds Infinity in row \"Row2\""));
    }
}
