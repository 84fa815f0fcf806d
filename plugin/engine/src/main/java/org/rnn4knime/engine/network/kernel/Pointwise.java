package org.rnn4knime.engine.network.kernel;

/** Arithmetic on arrays, value by value, in loops that Java vectorises. */
final class Pointwise {

    private Pointwise() {}

    /** to = left right; it may be one of them. */
    static void multiply(final float[] left, final float[] right, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = left[j] * right[j];
        }
    }

    /** sum += summand. */
    static void add(final float[] summand, final float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += summand[j];
        }
    }
}
