package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;

/**
 * The arrays of all steps of a recurrent layer for one slice, in the order of computation; before the first lie those that it begins
 * with. Where no backward follows, but for the last array of each, two steps' arrays serve in turn.
 */
final class Steps {

    private final RecurrentKernel kernel;

    private final int width;

    private final boolean kept;

    private float[][][] arrays = {};

    Steps(final RecurrentKernel kernel, final int width, final boolean kept) {
        this.kernel = kernel;
        this.width = width;
        this.kept = kept;
    }

    /** Makes room for so many steps. */
    void reserve(final int steps) {
        final var had = arrays.length;
        if (steps + 1 <= had) {
            return;
        }
        arrays = Arrays.copyOf(arrays, steps + 1);
        for (int step = had; step <= steps; step++) {
            arrays[step] = step < 2 || kept ? kernel.newState(width) : arrays[step - 2].clone();
        }
    }

    /** The arrays to begin with. */
    float[][] first() {
        return arrays[0];
    }

    /** The arrays after so many steps. */
    float[][] after(final int steps) {
        return arrays[steps];
    }

    /** Takes the array that is to hold what is fed back, and written, after so many steps. */
    float[][] after(final int steps, final float[] last) {
        arrays[steps][kernel.arrays() - 1] = last;
        return arrays[steps];
    }
}
