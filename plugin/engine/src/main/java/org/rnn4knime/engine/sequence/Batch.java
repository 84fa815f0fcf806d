package org.rnn4knime.engine.sequence;

/**
 * Several windows side by side, as a network reads them.
 *
 * @param size the number of windows
 * @param length the steps of each window
 * @param inputs [time, window]: the value of window w at step t lies at t * size + w; not copied
 * @param targets one a window; not copied
 */
public record Batch(int size, int length, float[] inputs, float[] targets) {

    /** Refuses arrays of other sizes. */
    public Batch {
        if (inputs.length != size * length || targets.length != size) {
            throw new IllegalArgumentException(
                    inputs.length + " inputs and " + targets.length + " targets for " + size + " windows of " + length);
        }
    }

    /** An empty batch, to be filled. */
    public static Batch of(final int size, final int length) {
        return new Batch(size, length, new float[Math.multiplyExact(size, length)], new float[size]);
    }

    /** Writes the steps right before a target, and the target, into the place of one window. */
    public void set(final int window, final double[] steps, final int target) {
        for (int step = 0; step < length; step++) {
            inputs[step * size + window] = (float) steps[target - length + step];
        }
        targets[window] = target < steps.length ? (float) steps[target] : Float.NaN;
    }
}
