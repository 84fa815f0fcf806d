package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;

/**
 * The values of one slice, step by step: of each step an array [feature, window]. Behind the end of a window stand zeros. The arrays
 * are used again for the next slice.
 */
public final class Signal {

    private final int features;

    private final int width;

    private float[][] values = {};

    private int steps;

    private int[] lengths = {};

    /** Without a step. */
    public Signal(final int features, final int width) {
        this.features = features;
        this.width = width;
    }

    /** Takes windows of these lengths; the values are what they were. */
    public void resize(final int newSteps, final int[] newLengths) {
        steps = newSteps;
        lengths = newLengths;
        if (steps > values.length) {
            final var had = values.length;
            values = Arrays.copyOf(values, steps);
            for (int step = had; step < steps; step++) {
                values[step] = new float[features * width];
            }
        }
    }

    /** Takes windows of one step. */
    void resizeToOneStep() {
        final var ones = new int[width];
        Arrays.fill(ones, 1);
        resize(1, ones);
    }

    /** Takes the steps and windows of another one. */
    public void resizeLike(final Signal other) {
        resize(other.steps, other.lengths);
    }

    /** The values of a step. */
    public float[] at(final int step) {
        return values[step];
    }

    /** How many values a step has. */
    public int features() {
        return features;
    }

    /** How many windows there are. */
    public int width() {
        return width;
    }

    /** The steps of the longest window. */
    public int steps() {
        return steps;
    }

    /** The steps of each window. */
    public int[] lengths() {
        return lengths;
    }

    /** Writes zeros into values of a step [any, window] where the window has ended. */
    public void clearEnded(final int step, final float[] stepValues) {
        fillEnded(step, stepValues, 0);
    }

    /** Writes something into values of a step [any, window] where the window has ended. */
    public void fillEnded(final int step, final float[] stepValues, final float value) {
        for (int window = 0; window < width; window++) {
            if (step >= lengths[window]) {
                for (int index = window; index < stepValues.length; index += width) {
                    stepValues[index] = value;
                }
            }
        }
    }

    /** The steps of the shortest window: from there on some have ended. */
    int shortest() {
        int shortest = steps;
        for (final int length : lengths) {
            shortest = Math.min(shortest, length);
        }
        return shortest;
    }
}
