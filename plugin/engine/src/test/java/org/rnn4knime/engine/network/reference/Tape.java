package org.rnn4knime.engine.network.reference;

import java.util.Arrays;

/**
 * All numbers of a computation in their order. Each knows from which others it came and its derivative by each, so that
 * one walk from the end finds the derivatives of a result by all numbers: reverse-mode automatic differentiation.
 */
final class Tape {

    private int numbers;

    private int slopes;

    /** Behind the last slope of each number; its first one follows the last of the number before. */
    private int[] ends = new int[1024];

    private int[] origins = new int[4096];

    private double[] values = new double[4096];

    /** A number that depends on nothing. */
    Real constant(final double value) {
        return number(value);
    }

    /** Says that the number to come depends on another one with this derivative. */
    Tape slope(final Real origin, final double slope) {
        if (origin.tape() != this) {
            throw new IllegalArgumentException("a number of another computation");
        }
        if (slopes == origins.length) {
            origins = Arrays.copyOf(origins, 2 * slopes);
            values = Arrays.copyOf(values, 2 * slopes);
        }
        origins[slopes] = origin.index();
        values[slopes] = slope;
        slopes++;
        return this;
    }

    /** The number that the slopes since the one before belong to. */
    Real number(final double value) {
        if (numbers == ends.length) {
            ends = Arrays.copyOf(ends, 2 * numbers);
        }
        ends[numbers] = slopes;
        return new Real(this, numbers++, value);
    }

    /** The derivatives of a result by all numbers, each at its index. */
    double[] gradient(final Real result) {
        final var gradient = new double[numbers];
        gradient[result.index()] = 1;
        for (int number = result.index(); number > 0; number--) {
            for (int slope = ends[number - 1]; slope < ends[number]; slope++) {
                gradient[origins[slope]] += values[slope] * gradient[number];
            }
        }
        return gradient;
    }
}
