package org.rnn4knime.engine.network.kernel;

/**
 * Hyperbolic tangent and logistic function, as a rational function of degree 13 by 6 (that of the Eigen library), which is off by
 * less than 2e-7. The exact functions cost a hundred times as much, as Java does not vectorise them. NaN stays NaN.
 */
final class Activations {

    /** Beyond this the tangent is 1 in single precision. */
    private static final float BOUND = 7.9053111f;

    private Activations() {}

    /** Writes the tangent of each value into an array as long as the first or the first itself. */
    static void tanh(final float[] from, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = tanh(from[j]);
        }
    }

    /** Replaces each value by its logistic function. */
    static void sigmoid(final float[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = 0.5f * tanh(0.5f * values[j]) + 0.5f;
        }
    }

    /** Replaces each value below zero by zero; NaN stays. */
    static void rectify(final float[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(0, values[j]);
        }
    }

    private static float tanh(final float value) {
        final float x = Math.max(-BOUND, Math.min(BOUND, value));
        final float u = x * x;
        final float p = ((((((-2.76076847742355e-16f * u + 2.00018790482477e-13f) * u - 8.60467152213735e-11f) * u
                                                                + 5.12229709037114e-08f)
                                                        * u
                                                + 1.48572235717979e-05f)
                                        * u
                                + 6.37261928875436e-04f)
                        * u
                + 4.89352455891786e-03f);
        final float q = ((1.19825839466702e-06f * u + 1.18534705686654e-04f) * u + 2.26843463243900e-03f) * u
                + 4.89352518554385e-03f;
        return x * p / q;
    }
}
