package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.texts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class RowsLayoutTest {

    private static final Data STEPS = Data.of(SequenceLayout.ROWS, Scope.STEP).features("x");

    private static final Data WHOLE =
            Data.of(SequenceLayout.ROWS, Scope.SEQUENCE).features("x").ids("id");

    private static Sequences of(final Data data, final Column... columns) {
        return Sequences.of(table(columns), data.settings(), Truth.COMPLETE);
    }

    private static List<String> feature(final Sequences sequences) {
        return texts(sequences.features().get(0));
    }

    private static List<String> target(final Sequences sequences) {
        return texts(sequences.target().orElseThrow());
    }

    @Test
    void severalColumnsTellTheSequencesApart() {
        final var sequences = of(
                STEPS.ids("shop", "year"),
                text("shop", "b", "a", "b", "a", "b"),
                numbers("year", 1, 1, 2, 1, 1),
                numbers("x", 10, 11, 12, 13, 14),
                numbers("y", 0, 1, 2, 3, 4));

        assertEquals(List.of(List.of("b", "1"), List.of("a", "1"), List.of("b", "2")), sequences.ids());
        assertArrayEquals(new int[] {0, 2, 4, 5}, sequences.steps().offsets());
        assertArrayEquals(new int[] {0, 4, 1, 3, 2}, sequences.steps().places());
        assertArrayEquals(new int[] {4, 3, 2}, sequences.steps().rows());
        assertEquals(List.of("10", "14", "11", "13", "12"), feature(sequences));
        assertEquals(List.of("0", "4", "1", "3", "2"), target(sequences));
    }

    @Test
    void idsThatOnlyLookAlikeWhenPutTogetherAreTwo() {
        final var sequences = of(
                STEPS.ids("a", "b"),
                text("a", "1", "11"),
                text("b", "12", "2"),
                numbers("x", 1, 2),
                numbers("y", 1, 2));

        assertEquals(2, sequences.size());
    }

    @Test
    void everySequenceIsPutInOrderOfItsOwn() {
        final var id = text("id", "b", "a", "b", "a");
        final var x = numbers("x", 4, 3, 2, 1);
        final var y = text("y", "four", "three", "two", "one");
        for (final var order : List.<Column>of(
                numbers("t", 0.5, -1, -0.5, -2),
                text("t", "1950-01", "1949-12", "1949-11", "1949-10"),
                new TimeColumn(
                        "t",
                        Arrays.asList(
                                Optional.of(LocalDate.of(2024, 3, 1)),
                                Optional.of(LocalDate.of(2024, 2, 29)),
                                Optional.of(LocalDate.of(2023, 12, 31)),
                                Optional.of(LocalDate.of(2023, 1, 1)))))) {
            final var sequences = of(STEPS.ids("id").order("t"), id, x, y, order);

            assertArrayEquals(new int[] {2, 0, 3, 1}, sequences.steps().places(), order.name());
            assertEquals(List.of("2", "4", "1", "3"), feature(sequences));
            assertEquals(List.of("two", "four", "one", "three"), target(sequences));
            assertTrue(sequences.order().isPresent());
        }
    }

    @Test
    void withoutAnOrderColumnTheRowsCountAsTheyStand() {
        final var sequences = of(STEPS, numbers("x", 3, 1, 2), numbers("y", 6, 4, 5));

        assertEquals(List.of("3", "1", "2"), feature(sequences));
        assertEquals(Optional.empty(), sequences.order());
        assertEquals(List.of(List.of()), sequences.ids());
    }

    @Test
    void twoRowsAtTheSamePlaceOfASequenceAreNamedWithTheSequence() {
        assertEquals(
                "The rows \"Row1\" and \"Row3\" of the sequence [a, 7] both have 5 in the order column \"t\"."
                        + " Remove one of them, or choose sequence ID columns that tell the two sequences apart.",
                Refusals.ofData(() -> of(
                        STEPS.ids("id", "n").order("t"),
                        text("id", "b", "a", "a", "a"),
                        numbers("n", 7, 7, 7, 7),
                        numbers("t", 5, 5, 4, 5),
                        numbers("x", 1, 2, 3, 4),
                        numbers("y", 1, 2, 3, 4))));
    }

    @Test
    void theLastRowInOrderHasTheTargetOfASequence() {
        final var sequences = of(
                WHOLE.order("t"),
                text("id", "b", "a", "b", "a"),
                numbers("t", 2, 2, 1, 1),
                numbers("x", 1, 2, 3, 4),
                text("y", "late b", "late a", "early b", "early a"));

        assertEquals(List.of("late b", "late a"), target(sequences));
        assertEquals(
                List.of("The target column \"y\" has several values in 2 sequences, first in [b]:"
                        + " the value of the last row counts."),
                sequences.warnings());
    }

    @Test
    void oneSequenceWithDifferingTargetsIsNamed() {
        final var sequences = of(WHOLE, text("id", "a", "b", "b"), numbers("x", 1, 2, 3), numbers("y", 1, 2, 3));

        assertEquals(
                List.of("The target column \"y\" has several values in the sequence [b]:"
                        + " the value of the last row counts."),
                sequences.warnings());
    }

    @Test
    void equalTargetsAreNotWarnedOf() {
        final var sequences = of(WHOLE, text("id", "a", "b", "b"), numbers("x", 1, 2, 3), numbers("y", 1, 0.1, 0.1));

        assertEquals(List.of("1", "0.1"), target(sequences));
        assertEquals(List.of(), sequences.warnings());
    }

    @Test
    void aTargetThatTheLastRowLacksIsMissing() {
        final var sequences = of(WHOLE, text("id", "a", "a"), numbers("x", 1, 2), text("y", "here", null));

        assertTrue(sequences.target().orElseThrow().isMissing(0));
        assertEquals(1, sequences.warnings().size());
    }

    @Test
    void withoutIdsEveryRowHasATargetWhateverIsPredicted() {
        for (final var scope : Scope.values()) {
            final var sequences =
                    of(Data.of(SequenceLayout.ROWS, scope).features("x"), numbers("x", 1, 2, 3), numbers("y", 4, 5, 6));

            assertEquals(List.of("4", "5", "6"), target(sequences), scope.name());
            assertEquals(1, sequences.size());
        }
    }

    @Test
    void aTableWithOneRowIsASequenceOfOneStepAndOneWithoutRowsHasNone() {
        final var one = of(STEPS, numbers("x", 1), numbers("y", 2));
        assertEquals(1, one.size());
        assertEquals(1, one.steps().length(0));

        for (final var data : List.of(STEPS, STEPS.ids("id"), STEPS.order("t"), WHOLE)) {
            final var none = of(data, text("id"), numbers("t"), numbers("x"), numbers("y"));
            assertEquals(0, none.size());
            assertEquals(0, none.steps().count());
        }
    }

    @Test
    void aTableToPredictNeedsNoTargetUnlessItsPastIsRead() {
        final var table = table(text("id", "a"), numbers("x", 1));
        assertEquals(
                Optional.empty(),
                Sequences.of(table, STEPS.settings(), Truth.MAY_END_EARLY).target());
        assertEquals(
                Optional.empty(),
                Sequences.of(table, WHOLE.settings(), Truth.MAY_END_EARLY).target());

        assertEquals(
                "The table has no column \"y\". Its columns are \"id\", \"x\": choose one of them.",
                Refusals.ofData(() -> Sequences.of(
                        table, Data.of(SequenceLayout.ROWS, Scope.FUTURE).settings(), Truth.MAY_END_EARLY)));
    }

    @Test
    void theOrderColumnCanBeAFeatureToo() {
        final var sequences = of(STEPS.features("t").order("t"), numbers("t", 3, 1, 2), numbers("y", 3, 1, 2));

        assertEquals(List.of("1", "2", "3"), feature(sequences));
    }

    @Test
    void theStepsKnowTheirSequence() {
        final var sequences = of(
                STEPS.ids("id"),
                text("id", "a", "b", "a", "c", "c"),
                numbers("x", 1, 2, 3, 4, 5),
                numbers("y", 1, 2, 3, 4, 5));

        assertArrayEquals(
                new int[] {0, 0, 1, 2, 2},
                IntStream.range(0, 5).map(sequences.steps()::sequenceOf).toArray());
        assertEquals(2, sequences.steps().longest());
    }
}
