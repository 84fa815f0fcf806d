package org.rnn4knime.engine.sequence;

import java.util.Arrays;
import java.util.Objects;

/**
 * Values of several sequences side by side.
 *
 * @param steps the time steps
 * @param features the values of a step
 * @param windows the sequences
 * @param values [time, feature, window]: that of feature f of window w at step t lies at (t * features + f) * windows + w; not copied
 */
public record Tensor(int steps, int features, int windows, float[] values) {

    /** Refuses an array of another size. */
    public Tensor {
        Objects.requireNonNull(values);
        if (values.length != size(steps, features, windows)) {
            throw new IllegalArgumentException(values.length + " values for " + steps + " steps of " + features
                    + " features of " + windows + " windows");
        }
    }

    /** Zeros. */
    public static Tensor zeros(final int steps, final int features, final int windows) {
        return new Tensor(steps, features, windows, new float[size(steps, features, windows)]);
    }

    private static int size(final int steps, final int features, final int windows) {
        return Math.multiplyExact(Math.multiplyExact(steps, features), windows);
    }

    /** Where a value lies. */
    public int index(final int step, final int feature, final int window) {
        return (step * features + feature) * windows + window;
    }

    /** A value. */
    public float get(final int step, final int feature, final int window) {
        return values[index(step, feature, window)];
    }

    /** Copies the values of a step: [feature, window]. */
    public float[] step(final int step) {
        return Arrays.copyOfRange(values, index(step, 0, 0), index(step + 1, 0, 0));
    }

    /** Copies the values of a step of one window: [feature]. */
    public float[] step(final int step, final int window) {
        final var some = new float[features];
        for (int feature = 0; feature < features; feature++) {
            some[feature] = get(step, feature, window);
        }
        return some;
    }

    /** Copies some steps: from (inclusive) to (exclusive). */
    public Tensor steps(final int from, final int to) {
        Objects.checkFromToIndex(from, to, steps);
        return new Tensor(to - from, features, windows, Arrays.copyOfRange(values, index(from, 0, 0), index(to, 0, 0)));
    }
}
