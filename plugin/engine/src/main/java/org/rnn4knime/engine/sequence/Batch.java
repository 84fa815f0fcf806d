package org.rnn4knime.engine.sequence;

import java.util.Arrays;
import java.util.Objects;

/**
 * Several sequences side by side, as a network reads them, and what it is to write. A sequence that is shorter than the longest
 * begins at the first step; what stands behind its end is not read.
 *
 * @param inputs [time, feature, window]
 * @param lengths the steps of each window; not copied
 * @param targets [time, value, window], or of one step where a sequence has one target; a class is given by its index; NaN where
 *     nothing is to be learned
 */
public record Batch(Tensor inputs, int[] lengths, Tensor targets) {

    /** Refuses sizes that do not fit. */
    public Batch {
        Objects.requireNonNull(inputs);
        Objects.requireNonNull(targets);
        if (lengths.length != inputs.windows() || targets.windows() != inputs.windows()) {
            throw new IllegalArgumentException(lengths.length + " lengths and targets of " + targets.windows()
                    + " windows for inputs of " + inputs.windows());
        }
        for (final int length : lengths) {
            if (length < 0 || length > inputs.steps()) {
                throw new IllegalArgumentException("a length of " + length + " with " + inputs.steps() + " steps");
            }
        }
    }

    /** A batch whose windows are as long as the inputs. */
    public static Batch ofEqualLength(final Tensor inputs, final Tensor targets) {
        final var lengths = new int[inputs.windows()];
        Arrays.fill(lengths, inputs.steps());
        return new Batch(inputs, lengths, targets);
    }

    /** The number of windows. */
    public int size() {
        return lengths.length;
    }

    /** Copies some steps of all windows: from (inclusive) to (exclusive). Each step must have targets of its own. */
    public Batch steps(final int from, final int to) {
        return new Batch(
                inputs.steps(from, to),
                Arrays.stream(lengths)
                        .map(length -> Math.max(0, Math.min(to, length) - from))
                        .toArray(),
                targets.steps(from, to));
    }
}
