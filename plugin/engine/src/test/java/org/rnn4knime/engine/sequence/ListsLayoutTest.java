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

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class ListsLayoutTest {

    private static final Data STEPS = Data.of(SequenceLayout.LISTS, Scope.STEP).features("x");

    private static final Data WHOLE =
            Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x");

    private static final Data FUTURE = Data.of(SequenceLayout.LISTS, Scope.FUTURE);

    private static Sequences of(final Data data, final Column... columns) {
        return Sequences.of(table(columns), data.settings(), Truth.COMPLETE);
    }

    private static List<String> target(final Sequences sequences) {
        return texts(sequences.target().orElseThrow());
    }

    private static double[] list(final double... values) {
        return values;
    }

    private static String[] list(final String... values) {
        return values;
    }

    @Test
    void listsOfAnyLengthsStandOneAfterTheOther() {
        final var sequences = of(
                STEPS.features("x", "k").ids("id"),
                lists("x", list(1, 2, 3), list(new double[0]), list(4)),
                textLists("k", list("a", "b", "a"), list(new String[0]), list("c")),
                lists("y", list(10, 20, 30), list(new double[0]), list(40)),
                text("id", "i", "j", "k"));

        assertEquals(List.of("1", "2", "3", "4"), texts(sequences.features().get(0)));
        assertEquals(List.of("a", "b", "a", "c"), texts(sequences.features().get(1)));
        assertEquals(List.of("10", "20", "30", "40"), target(sequences));
        assertArrayEquals(new int[] {0, 3, 3, 4}, sequences.steps().offsets());
        assertArrayEquals(new int[] {0, 1, 2, 0}, sequences.steps().places());
        assertArrayEquals(new int[] {0, 1, 2}, sequences.steps().rows());
        assertEquals(2, sequences.steps().sequenceOf(3));
        assertEquals(List.of(List.of("i"), List.of("j"), List.of("k")), sequences.ids());
    }

    @Test
    void aSequenceCanHaveACellAsTarget() {
        final var sequences = of(WHOLE, lists("x", list(1, 2), list(3)), text("y", "a", "b"));

        assertEquals(List.of("a", "b"), target(sequences));
    }

    @Test
    void aListContinuesItselfWithFeaturesOfTheSameLength() {
        final var sequences =
                of(FUTURE.features("x"), lists("x", list(1, 2), list(3)), textLists("y", list("a", "b"), list("c")));

        assertEquals(List.of("a", "b", "c"), target(sequences));
        assertEquals(List.of("5"), target(of(FUTURE, lists("y", list(5)))));
    }

    @Test
    void namesTheRowAndTheColumnsOfListsThatDifferInLength() {
        final var problem = "In row \"Row1\" the list of the column \"x\" has 2 values, but that of \"k\" has 1.";
        final var remedy = " All lists of a row must have a value for each time step: make them equally long before.";

        assertEquals(
                problem + remedy,
                Refusals.ofData(() -> of(
                        STEPS.features("x", "k"),
                        lists("x", list(1), list(1, 2)),
                        lists("k", list(1), list(1)),
                        lists("y", list(1), list(1, 2)))));
        assertEquals(
                problem.replace("\"k\"", "\"y\"") + remedy,
                Refusals.ofData(() -> of(STEPS, lists("x", list(1), list(1, 2)), lists("y", list(1), list(1)))));
        assertEquals(
                problem.replace("\"k\"", "\"y\"") + remedy,
                Refusals.ofData(
                        () -> of(FUTURE.features("x"), lists("x", list(1), list(1, 2)), lists("y", list(1), list(1)))));
    }

    @Test
    void aMissingListIsRefusedOrASequenceWithoutSteps() {
        final var x = lists("x", list(1, 2), null, list(3));
        final var y = lists("y", list(1, 2), list(5, 6, 7), list(3));

        assertEquals(
                "The column \"x\" has no list in row \"Row1\"."
                        + " Remove such rows before, or choose in the RNN Learner what becomes of missing values.",
                Refusals.ofData(() -> of(STEPS, x, y)));
        for (final var policy : List.of(MissingValues.SKIP, MissingValues.LAST, MissingValues.MEAN)) {
            final var sequences = of(STEPS.missing(policy), x, y);

            assertArrayEquals(new int[] {0, 2, 2, 3}, sequences.steps().offsets(), policy.name());
            assertEquals(List.of("1", "2", "3"), texts(sequences.features().get(0)));
            assertEquals(List.of("1", "2", "3"), target(sequences));
        }
    }

    @Test
    void aMissingListOfTargetsIsAMissingTargetAtEachStep() {
        final var sequences = of(STEPS, lists("x", list(1, 2), list(3)), lists("y", null, list(7)));
        assertEquals(Arrays.asList(null, null, "7"), target(sequences));

        final var symbols = of(STEPS, lists("x", list(1, 2), list(3)), textLists("y", null, list("c")));
        assertEquals(Arrays.asList(null, null, "c"), target(symbols));
    }

    @Test
    void aMissingListWhoseOwnPastIsReadIsRefused() {
        assertTrue(Refusals.ofData(() -> of(FUTURE, lists("y", list(1, 2), null)))
                .startsWith("The column \"y\" has no list in row \"Row1\"."));
    }

    @Test
    void missingElementsStayMissing() {
        final var sequences =
                of(STEPS.missing(MissingValues.MEAN), lists("x", list(1, Double.NaN)), textLists("y", list(null, "b")));

        assertEquals(Arrays.asList("1", null), texts(sequences.features().get(0)));
        assertEquals(Arrays.asList(null, "b"), target(sequences));
    }

    @Test
    void refusesColumnsWithoutLists() {
        final var remedy = " Choose another column, or the data layout that fits the table.";
        assertEquals(
                "The column \"x\" holds no list cells, but the data layout needs them." + remedy,
                Refusals.ofData(() -> of(WHOLE, numbers("x", 1), numbers("y", 1))));
        assertEquals(
                "The column \"y\" holds no list cells, but the data layout needs them." + remedy,
                Refusals.ofData(() -> of(STEPS, lists("x", list(1)), numbers("y", 1))));
    }

    @Test
    void refusesListsOfDatesAndAListAsTheOneTarget() {
        final var dates = new ListColumn(
                "x", new int[] {0, 1}, new BitSet(), new TimeColumn("x", List.of(Optional.of(LocalDate.EPOCH))));
        assertTrue(Refusals.ofData(() -> of(WHOLE, dates, numbers("y", 1)))
                .startsWith("The column \"x\" holds dates or times, but numbers or text can be read."));
        assertTrue(Refusals.ofData(() -> of(WHOLE, lists("x", list(1)), lists("y", list(1))))
                .startsWith("The column \"y\" holds lists, but numbers or text can be read."));
    }

    @Test
    void whereAValueStandsIsToldByRowAndPosition() {
        assertEquals(
                "The feature column \"x\" has no value in row \"Row1\" at position 2."
                        + " Remove such rows or fill them before, or choose in the RNN Learner what becomes of missing"
                        + " values.",
                Refusals.ofData(() -> of(WHOLE, lists("x", list(1), list(1, Double.NaN)), numbers("y", 1, 2))));
        assertEquals(
                "The target column \"y\" holds -Infinity in row \"Row0\" at position 1."
                        + " Remove such rows or replace the value before.",
                Refusals.ofData(() -> of(STEPS, lists("x", list(1)), lists("y", list(Double.NEGATIVE_INFINITY)))));
    }

    @Test
    void aTableToPredictNeedsNoTargetUnlessItsPastIsRead() {
        assertEquals(Optional.empty(), of(STEPS, lists("x", list(1))).target());
        assertEquals(Optional.empty(), of(WHOLE, lists("x", list(1))).target());
        assertEquals(
                "The table has no column \"y\", whose past is read to predict it. Add or rename a column.",
                Refusals.ofData(() -> of(FUTURE.features("x"), lists("x", list(1)))));
    }

    @Test
    void aTableWithoutRowsOrWithEmptyListsHasNoStep() {
        assertEquals(0, of(FUTURE, lists("y")).size());
        final var empty = of(FUTURE, lists("y", list(new double[0]), list(new double[0])));
        assertEquals(2, empty.size());
        assertEquals(0, empty.steps().count());
        assertEquals(0, empty.steps().longest());
    }
}
