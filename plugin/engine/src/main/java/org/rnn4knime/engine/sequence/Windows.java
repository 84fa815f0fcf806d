package org.rnn4knime.engine.sequence;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a network reads for each prediction: the steps right before a target. A window is a pair of indices, sequence and
 * target; its steps stay in their sequence.
 */
public final class Windows {

    private final int[] sequences;

    private final int[] targets;

    private Windows(final int[] sequences, final int[] targets) {
        this.sequences = sequences;
        this.targets = targets;
    }

    /**
     * The windows that can be read: of all targets, and of the first that is missing at the end of a sequence.
     *
     * @param stepsBefore the steps that a target needs before it
     */
    public static Windows readable(final Sequences sequences, final int stepsBefore) {
        return of(
                sequences,
                index -> stepsBefore,
                index -> sequences.all().get(index).readableLength());
    }

    /** The windows with a target in the training part. */
    public static Windows training(final Sequences sequences, final Split split, final int stepsBefore) {
        return of(sequences, index -> stepsBefore, split::trainingLength);
    }

    /** The windows with a target in the validation part; they may read training steps. */
    public static Windows validation(final Sequences sequences, final Split split, final int stepsBefore) {
        return of(
                sequences,
                index -> Math.max(stepsBefore, split.trainingLength(index)),
                index -> sequences.all().get(index).length());
    }

    /** Windows with targets from (inclusive) to (exclusive), both given for the index of a sequence. */
    private static Windows of(final Sequences sequences, final IntUnaryOperator from, final IntUnaryOperator to) {
        final var begins = IntStream.range(0, sequences.size()).map(from).toArray();
        final var ends = IntStream.range(0, sequences.size()).map(to).toArray();
        final var size = IntStream.range(0, begins.length)
                .map(index -> Math.max(0, ends[index] - begins[index]))
                .sum();
        final var windows = new Windows(new int[size], new int[size]);
        int window = 0;
        for (int index = 0; index < begins.length; index++) {
            for (int target = begins[index]; target < ends[index]; target++) {
                windows.sequences[window] = index;
                windows.targets[window] = target;
                window++;
            }
        }
        return windows;
    }

    /** The number of windows. */
    public int size() {
        return targets.length;
    }

    /** The index of a window's sequence. */
    public int sequence(final int window) {
        return sequences[window];
    }

    /** The index of a window's target in its sequence. */
    public int target(final int window) {
        return targets[window];
    }
}
