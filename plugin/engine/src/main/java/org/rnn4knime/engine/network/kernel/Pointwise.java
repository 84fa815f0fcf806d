package org.rnn4knime.engine.network.kernel;

/** Arithmetic on arrays, value by value, in loops that Java vectorises. */
final class Pointwise {

    private Pointwise() {}

    /** Whether a value is larger than another one, or NaN, which must not be lost. */
    static boolean isLarger(final float value, final float than) {
        return value > than || Float.isNaN(value);
    }

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

    /** to = gradient by what the hyperbolic tangent was taken of; it may be one of them. */
    static void throughTanh(final float[] gradient, final float[] tanh, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * (1 - tanh[j] * tanh[j]);
        }
    }

    /** to = gradient by what the logistic function was taken of; it may be one of them. */
    static void throughSigmoid(final float[] gradient, final float[] sigmoid, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = gradient[j] * sigmoid[j] * (1 - sigmoid[j]);
        }
    }

    /** to = gradient by what was rectified; it may be one of them. */
    static void throughRectifier(final float[] gradient, final float[] rectified, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = rectified[j] > 0 ? gradient[j] : 0;
        }
    }
}
