package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;
import static org.rnn4knime.engine.Examples.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class TextLayoutTest {

    private static final Data WHOLE =
            Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("text");

    private static final Data NEXT = Data.of(SequenceLayout.TEXT, Scope.FUTURE).target("text");

    private static final String END = Boundary.SYMBOL;

    private static Sequences of(final Data data, final Column... columns) {
        return Sequences.of(table(columns), data.settings(), Truth.COMPLETE);
    }

    @Test
    void everyCharacterIsAStepWhateverItsScript() {
        final var sequences = of(WHOLE, text("text", "a한é", "👩‍👩‍👧b"), text("y", "1", "2"));

        assertEquals(
                List.of("a", "한", "é", "👩‍👩‍👧", "b"),
                texts(sequences.features().get(0)));
        assertArrayEquals(new int[] {0, 3, 5}, sequences.steps().offsets());
        assertArrayEquals(new int[] {0, 1, 2, 0, 1}, sequences.steps().places());
        assertArrayEquals(new int[] {0, 1}, sequences.steps().rows());
        assertEquals(List.of("1", "2"), texts(sequences.target().orElseThrow()));
    }

    @Test
    void largeAndSmallLettersAreOneIfThatIsWanted() {
        final var column = text("text", "AaÄ");
        assertEquals(List.of("A", "a", "Ä"), texts(of(WHOLE, column).features().get(0)));
        assertEquals(
                List.of("a", "a", "ä"),
                texts(of(WHOLE.lowerCase(), column).features().get(0)));
    }

    @Test
    void aTextWhoseNextSymbolIsPredictedIsFramed() {
        final var sequences = of(NEXT, text("text", "ab", "", "c"));

        assertEquals(
                List.of(END, "a", "b", END, END, END, END, "c", END),
                texts(sequences.target().orElseThrow()));
        assertEquals(List.of(), sequences.features());
        assertArrayEquals(new int[] {0, 4, 6, 9}, sequences.steps().offsets());
        assertArrayEquals(
                new int[] {-1, 0, 1, 2, -1, 0, -1, 0, 1}, sequences.steps().places());
    }

    @Test
    void anEmptyTextHasNoStepWhereTheWholeIsRead() {
        final var sequences = of(WHOLE, text("text", "", "a"), numbers("y", 1, 2));

        assertArrayEquals(new int[] {0, 0, 1}, sequences.steps().offsets());
        assertEquals(1, sequences.steps().sequenceOf(0));
    }

    @Test
    void aMissingTextIsRefusedOrASequenceWithoutSteps() {
        final var column = text("text", "ab", null, "c");
        assertEquals(
                "The column \"text\" has no text in row \"Row1\"."
                        + " Remove such rows before, or choose in the RNN Learner what becomes of missing values.",
                Refusals.ofData(() -> of(NEXT, column)));
        for (final var policy : List.of(MissingValues.SKIP, MissingValues.LAST, MissingValues.MEAN)) {
            assertArrayEquals(
                    new int[] {0, 4, 4, 7},
                    of(NEXT.missing(policy), column).steps().offsets());
            final var whole = of(WHOLE.missing(policy), column, text("y", "p", "q", null));
            assertArrayEquals(new int[] {0, 2, 2, 3}, whole.steps().offsets());
            assertEquals(Arrays.asList("p", "q", null), texts(whole.target().orElseThrow()));
        }
    }

    @Test
    void refusesAColumnThatHoldsNoText() {
        final var message =
                "The column \"text\" holds no text, but the data layout needs it. Choose a column of text, or another data layout.";
        assertEquals(message, Refusals.ofData(() -> of(WHOLE, numbers("text", 1), numbers("y", 1))));
        assertEquals(message, Refusals.ofData(() -> of(NEXT, numbers("text", 1))));
    }

    @Test
    void aTableToPredictNeedsNoTargetButTheText() {
        assertEquals(Optional.empty(), of(WHOLE, text("text", "a")).target());
        assertEquals(
                "The table has no column \"text\". Its columns are \"y\": choose one of them.",
                Refusals.ofData(() -> of(NEXT, text("y", "a"))));
    }

    @Test
    void aTableWithoutRowsHasNoText() {
        assertEquals(0, of(NEXT, text("text")).size());
        assertEquals(0, of(WHOLE, text("text"), text("y")).size());
    }
}
