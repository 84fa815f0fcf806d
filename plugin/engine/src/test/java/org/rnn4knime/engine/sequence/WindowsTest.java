package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.target;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class WindowsTest {

    private static Sequences sequences(final List<Integer> lengths) {
        final var all = lengths.stream()
                .map(length -> new Sequence(List.of(), new int[length], new double[length]))
                .toList();
        return new Sequences(table(numbers("value")), Optional.empty(), all);
    }

    private static List<String> places(final Windows windows) {
        return IntStream.range(0, windows.size())
                .mapToObj(window -> windows.sequence(window) + ":" + windows.target(window))
                .toList();
    }

    @Test
    void holdsBackTheLastPartOfEachSequence() {
        final var split = Split.chronological(sequences(List.of(10, 132, 1, 0)), 0.1);

        assertEquals(List.of(9, 119, 1, 0), split.trainingLengths());
    }

    @Test
    void aValidationWindowReadsTrainingStepsAsHistory() {
        final var sequences = sequences(List.of(10));
        final var split = Split.chronological(sequences, 0.2);

        assertEquals(List.of("0:5", "0:6", "0:7"), places(Windows.training(sequences, split, 5)));
        assertEquals(List.of("0:8", "0:9"), places(Windows.validation(sequences, split, 5)));
    }

    @Property(tries = 200)
    void everyReachableTargetIsOnExactlyOneSideOfTheSplit(
            @ForAll @Size(max = 6) final List<@IntRange(max = 40) Integer> lengths,
            @ForAll @DoubleRange(min = 0, max = 0.99) final double fraction,
            @ForAll @IntRange(min = 1, max = 10) final int stepsBefore) {
        final var sequences = sequences(lengths);
        final var split = Split.chronological(sequences, fraction);
        final var training = places(Windows.training(sequences, split, stepsBefore));
        final var validation = places(Windows.validation(sequences, split, stepsBefore));

        final var both = new HashSet<>(training);
        both.addAll(validation);
        assertEquals(training.size() + validation.size(), both.size());
        assertEquals(new HashSet<>(places(Windows.readable(sequences, stepsBefore))), both);
        assertEquals(
                lengths.stream()
                        .mapToInt(length -> Math.max(0, length - stepsBefore))
                        .sum(),
                both.size());
    }

    @Test
    void readsUpToTheFirstMissingTarget() {
        final var table = table(numbers("value", 1, 2, 3, Double.NaN, Double.NaN));
        final var sequences = Sequences.of(table, target("value"), Truth.MAY_END_EARLY);

        assertEquals(List.of("0:2", "0:3"), places(Windows.readable(sequences, 2)));
    }

    @Test
    void countsSequencesThatAreTooShortInOneSentence() {
        assertEquals(Optional.empty(), TooFewRows.warning(sequences(List.of(5, 6)), 5));
        assertTrue(
                TooFewRows.warning(sequences(List.of(5, 4, 3)), 5).orElseThrow().startsWith("2 of 3 sequences"));
    }
}
