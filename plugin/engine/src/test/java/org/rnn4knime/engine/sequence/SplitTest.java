package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class SplitTest {

    private static final Data STEPS = Data.of(SequenceLayout.LISTS, Scope.STEP).features("x");

    private static final Data WHOLE =
            Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x");

    private static Sequences steps(final List<Integer> lengths) {
        final var column = lists("x", lengths.stream().map(double[]::new).toArray(double[][]::new));
        return Sequences.of(table(column), STEPS.settings(), Truth.COMPLETE);
    }

    /** Sequences of one step with these classes; null is missing. */
    private static Sequences classes(final String... classes) {
        final var x = new double[classes.length][1];
        return Sequences.of(table(lists("x", x), text("y", classes)), WHOLE.settings(), Truth.COMPLETE);
    }

    private static Set<Integer> held(final Split split) {
        return IntStream.range(0, split.steps().sequences())
                .filter(sequence ->
                        split.trainingEnds()[sequence] < split.steps().to(sequence))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<Integer> trainingLengths(final Split split) {
        return IntStream.range(0, split.steps().sequences())
                .map(sequence -> split.trainingEnds()[sequence] - split.steps().from(sequence))
                .boxed()
                .toList();
    }

    private static Set<Integer> held(final Sequences sequences, final ValidationSplit how, final double fraction) {
        return held(Split.of(sequences, how, fraction, 1));
    }

    @Test
    void holdsBackTheLastPartOfEachSequence() {
        final var split = Split.of(steps(List.of(10, 132, 1, 0)), ValidationSplit.IN_TIME, 0.1, 1);

        assertEquals(List.of(9, 119, 1, 0), trainingLengths(split));
        assertTrue(split.isTraining(0, 8));
        assertFalse(split.isTraining(0, 9));
        assertTrue(split.isTraining(1, 10));
        assertTrue(split.hasTraining(2));
        assertFalse(split.hasTraining(3));
    }

    @Test
    void holdsBackTheLastSequencesWhereEachHasOneValue() {
        final var sequences = classes("a", "a", "b", "b", "a");

        assertEquals(Set.of(3, 4), held(sequences, ValidationSplit.IN_TIME, 0.4));
        assertEquals(Set.of(), held(sequences, ValidationSplit.IN_TIME, 0));
    }

    @Test
    void nothingIsHeldBackWithoutASplit() {
        final var sequences = steps(List.of(3, 0, 2));
        assertArrayEquals(new int[] {3, 3, 5}, Split.none(sequences).trainingEnds());
        for (final var how : List.of(ValidationSplit.IN_TIME, ValidationSplit.BY_SEQUENCE, ValidationSplit.AUTOMATIC)) {
            assertEquals(Set.of(), held(sequences, how, 0));
        }
    }

    @Property(tries = 300)
    void partsAreTheFractionRoundedAndTheRestIsLearned(
            @ForAll @Size(max = 8) final List<@IntRange(max = 60) Integer> lengths,
            @ForAll @DoubleRange(min = 0, max = 0.9) final double fraction) {
        final var split = Split.of(steps(lengths), ValidationSplit.IN_TIME, fraction, 1);
        for (int sequence = 0; sequence < lengths.size(); sequence++) {
            final var held = split.steps().to(sequence) - split.trainingEnds()[sequence];
            assertEquals(Math.round(lengths.get(sequence) * fraction), held);
        }
    }

    @Property(tries = 300)
    void wholeSequencesAreHeldBackAsTheFractionSays(
            @ForAll @Size(max = 30) final List<@IntRange(min = 1, max = 5) Integer> lengths,
            @ForAll @DoubleRange(min = 0, max = 0.9) final double fraction,
            @ForAll final long seed) {
        final var split = Split.of(steps(lengths), ValidationSplit.BY_SEQUENCE, fraction, seed);

        assertEquals(Math.round(lengths.size() * fraction), held(split).size());
        for (final var held : held(split)) {
            assertFalse(split.hasTraining(held));
        }
        final var again = Split.of(steps(lengths), ValidationSplit.BY_SEQUENCE, fraction, seed);
        assertArrayEquals(split.trainingEnds(), again.trainingEnds());
    }

    @Test
    void theSeedDrawsTheSequences() {
        final var sequences = steps(Collections.nCopies(40, 3));
        final var first = held(Split.of(sequences, ValidationSplit.BY_SEQUENCE, 0.5, 1));

        assertEquals(20, first.size());
        assertNotEquals(first, held(Split.of(sequences, ValidationSplit.BY_SEQUENCE, 0.5, 2)));
        assertNotEquals(IntStream.range(20, 40).boxed().collect(Collectors.toSet()), first);
    }

    @Property(tries = 300)
    void stratifyingKeepsTheShareOfEachClass(
            @ForAll @Size(max = 40) final List<@IntRange(max = 3) Integer> classes,
            @ForAll @DoubleRange(min = 0, max = 0.9) final double fraction,
            @ForAll final long seed) {
        final var sequences = classes(classes.stream().map(String::valueOf).toArray(String[]::new));
        final var held = held(Split.of(sequences, ValidationSplit.STRATIFIED, fraction, seed));
        for (int some = 0; some <= 3; some++) {
            final var name = some;
            final var all = Collections.frequency(classes, name);
            assertEquals(
                    Math.round(all * fraction),
                    held.stream()
                            .filter(sequence -> classes.get(sequence) == name)
                            .count());
        }
    }

    @Test
    void aSequenceWithoutAClassIsNotHeldBackByStratifying() {
        final var split = Split.of(classes("a", null, "a", null), ValidationSplit.STRATIFIED, 0.9, 1);

        assertEquals(Set.of(0, 2), held(split));
    }

    @Test
    void onlyClassesCanBeStratified() {
        final var numbers = Sequences.of(
                table(lists("x", new double[4][1]), numbers("y", 1, 2, 3, 4)), WHOLE.settings(), Truth.COMPLETE);

        assertEquals(
                "The target column \"y\" holds numbers, but only sequences with one class each can be stratified."
                        + " Choose another validation split.",
                Refusals.ofData(() -> Split.of(numbers, ValidationSplit.STRATIFIED, 0.5, 1)));
    }

    @Test
    void theAutomaticSplitIsTheOneThatFits() {
        final var one = new double[10][1];
        final var words = new String[] {"a", "b", "a", "b", "a", "b", "a", "b", "a", "b"};
        final var classes = classes(words);
        assertAutomatic(ValidationSplit.STRATIFIED, classes);
        final var numeric =
                Sequences.of(table(lists("x", one), numbers("y", new double[10])), WHOLE.settings(), Truth.COMPLETE);
        assertAutomatic(ValidationSplit.BY_SEQUENCE, numeric);
        assertAutomatic(ValidationSplit.BY_SEQUENCE, steps(Collections.nCopies(10, 4)));
        final var texts = Data.of(SequenceLayout.TEXT, Scope.FUTURE);
        assertAutomatic(
                ValidationSplit.BY_SEQUENCE, Sequences.of(table(text("y", words)), texts.settings(), Truth.COMPLETE));
        assertAutomatic(
                ValidationSplit.IN_TIME,
                Sequences.of(table(text("y", "a long text")), texts.settings(), Truth.COMPLETE));
        assertAutomatic(
                ValidationSplit.IN_TIME,
                Sequences.of(
                        table(lists("y", new double[10], new double[5])),
                        Data.of(SequenceLayout.LISTS, Scope.FUTURE).settings(),
                        Truth.COMPLETE));
        for (final var scope : Scope.values()) {
            assertAutomatic(
                    ValidationSplit.IN_TIME,
                    Sequences.of(
                            table(numbers("x", new double[10]), text("y", words)),
                            Data.of(SequenceLayout.ROWS, scope).features("x").settings(),
                            Truth.COMPLETE));
        }
    }

    private static void assertAutomatic(final ValidationSplit expected, final Sequences sequences) {
        final var automatic =
                Split.of(sequences, ValidationSplit.AUTOMATIC, 0.5, 3).trainingEnds();
        assertArrayEquals(Split.of(sequences, expected, 0.5, 3).trainingEnds(), automatic);
        assertFalse(Arrays.equals(Split.none(sequences).trainingEnds(), automatic));
    }

    @Test
    void whateverTheSplitAStepIsOnOneSideOfIt() {
        final var sequences = classes("a", "b", "a", "b", "a", "b");
        for (final var how : ValidationSplit.values()) {
            final var split = Split.of(sequences, how, 0.5, 1);
            final var sides = new HashSet<Integer>();
            for (int sequence = 0; sequence < sequences.size(); sequence++) {
                for (final var bounds : List.of(split.training(), split.validation())) {
                    for (int step = bounds.from(sequence); step < bounds.to(sequence); step++) {
                        assertTrue(sides.add(step), how.name());
                    }
                }
            }
            assertEquals(6, sides.size(), how.name());
        }
    }

    @Test
    void theLastSequencesInTimeAreThoseThatEndLast() {
        final var data = Data.of(SequenceLayout.ROWS, Scope.SEQUENCE)
                .features("x")
                .ids("id")
                .order("t");
        final var sequences = Sequences.of(
                table(
                        text("id", "late", "late", "early", "early", "middle"),
                        numbers("t", 9, 8, 1, 2, 5),
                        numbers("x", 0, 0, 0, 0, 0),
                        numbers("y", 1, 1, 2, 2, 3)),
                data.settings(),
                Truth.COMPLETE);

        assertEquals(Set.of(0), held(Split.of(sequences, ValidationSplit.IN_TIME, 0.34, 1)));
        assertEquals(Set.of(0, 2), held(Split.of(sequences, ValidationSplit.IN_TIME, 0.67, 1)));
    }
}
