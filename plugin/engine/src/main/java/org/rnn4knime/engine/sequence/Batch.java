package org.rnn4knime.engine.sequence;

/**
 * Several windows side by side, as a network reads them.
 *
 * @param size the number of windows
 * @param length the steps of each window
 * @param inputs [time, window]: the value of window w at step t lies at t * size + w; not copied
 * @param targets [time, window]: at each step the value of the step after it, so that the last one is what the window is there to
 *     predict; not copied
 */
public record Batch(int size, int length, float[] inputs, float[] targets) {

    /** Refuses arrays of other sizes. */
    public Batch {
        if (inputs.length != size * length || targets.length != inputs.length) {
            throw new IllegalArgumentException(
                    inputs.length + " inputs and " + targets.length + " targets for " + size + " windows of " + length);
        }
    }

    /** An empty batch, to be filled. */
    public static Batch of(final int size, final int length) {
        return new Batch(size, length, new float[Math.multiplyExact(size, length)], new float[size * length]);
    }

    /** Writes the steps right before a target, and what follows each of them, into the place of one window. */
    public void set(final int window, final double[] steps, final int target) {
        for (int step = 0; step < length; step++) {
            final var next = target - length + step + 1;
            inputs[step * size + window] = (float) steps[next - 1];
            targets[step * size + window] = next < steps.length ? (float) steps[next] : Float.NaN;
        }
    }

    /** The windows from (inclusive) to (exclusive): this batch if these are all, otherwise a copy. */
    public Batch windows(final int from, final int to) {
        if (from == 0 && to == size) {
            return this;
        }
        final var windows = of(to - from, length);
        for (int step = 0; step < length; step++) {
            System.arraycopy(inputs, step * size + from, windows.inputs, step * windows.size, windows.size);
            System.arraycopy(targets, step * size + from, windows.targets, step * windows.size, windows.size);
        }
        return windows;
    }

    /** What a window is there to predict: the value after its last step. */
    public float target(final int window) {
        return targets[(length - 1) * size + window];
    }
}
