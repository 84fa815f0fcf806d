package org.rnn4knime.engine.network.kernel;

/** Turns the values of each window into probabilities: p_i = exp(z_i) / sum_j exp(z_j). */
final class Softmax {

    /**
     * No probability is less, or its logarithm and the gradient of that would be infinite; with it the gradient of the log loss by z is
     * p minus one or zero, as it should be, however wrong the network is.
     */
    private static final float LEAST = 1e-30f;

    private Softmax() {}

    /** Replaces values [value, window]. */
    static void apply(final float[] values, final int width) {
        for (int window = 0; window < width; window++) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int index = window; index < values.length; index += width) {
                largest = Math.max(largest, values[index]);
            }
            float sum = 0;
            for (int index = window; index < values.length; index += width) {
                values[index] = (float) Math.exp(values[index] - largest);
                sum += values[index];
            }
            for (int index = window; index < values.length; index += width) {
                values[index] = Math.max(LEAST, values[index] / sum);
            }
        }
    }

    /** Replaces the gradient g by p (g - sum_j p_j g_j). */
    static void back(final float[] probabilities, final float[] gradient, final int width) {
        for (int window = 0; window < width; window++) {
            float mean = 0;
            for (int index = window; index < gradient.length; index += width) {
                mean += probabilities[index] * gradient[index];
            }
            for (int index = window; index < gradient.length; index += width) {
                gradient[index] = probabilities[index] * (gradient[index] - mean);
            }
        }
    }
}
