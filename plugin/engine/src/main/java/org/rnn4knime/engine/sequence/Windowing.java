package org.rnn4knime.engine.sequence;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How windows are cut, once it is known what kind of values the target has.
 *
 * @param data what is predicted, and whether windows slide
 * @param sequences the lengths that the user decided
 * @param firstStep the steps at the beginning of a sequence that cannot be read: differences need them
 * @param minimum the fewest steps that a sliding window reads; from it up to the sequence length are read at the beginning of a
 *     sequence
 * @param stride the steps from one window that is learned from to the next; the last one ends where its sequence does
 */
public record Windowing(DataSettings data, SequenceSettings sequences, int firstStep, int minimum, int stride) {

    /** Refuses null and numbers that do not fit with an IllegalArgumentException. */
    public Windowing {
        Objects.requireNonNull(data);
        Objects.requireNonNull(sequences);
        SettingRange.requireBetween("The fewest steps", minimum, 1, sequences.sequenceLength());
        SettingRange.requireBetween("The stride", stride, 1, SequenceSettings.LONGEST);
        SettingRange.requireBetween("The first step", firstStep, 0, Integer.MAX_VALUE);
    }

    /** The values behind a window that are its targets; 0 where the target lies in the window. */
    public int ahead() {
        return data.predict() == Scope.FUTURE ? sequences.outputs() : 0;
    }

    /** The fewest steps of a sequence that give a window with all of its targets. */
    public int shortest() {
        return data.isSliding() ? firstStep + minimum + ahead() : 1;
    }

    /** The most steps that a window reads. */
    int longest() {
        return data.isSliding() || data.isOneSeries()
                ? sequences.sequenceLength()
                : sequences.maximumLength().orElse(Integer.MAX_VALUE);
    }

    /** One sentence that counts the sequences of which not all steps are read, if there are any. */
    public Optional<String> cutOff(final Sequences all) {
        if (data.isSliding() || beyond() == BeyondMaximum.SPLIT) {
            return Optional.empty();
        }
        final var cut = IntStream.range(0, all.size())
                .filter(sequence -> all.steps().length(sequence) > longest())
                .count();
        return cut == 0
                ? Optional.empty()
                : Optional.of(cut + " of " + all.size() + " sequences are longer than the maximum of " + longest()
                        + " time steps: their "
                        + (beyond() == BeyondMaximum.KEEP_END ? "first" : "last") + " steps are not read.");
    }

    /** What becomes of longer sequences; one that is a whole table is never cut off. */
    BeyondMaximum beyond() {
        return data.isOneSeries() ? BeyondMaximum.SPLIT : sequences.beyondMaximum();
    }
}
