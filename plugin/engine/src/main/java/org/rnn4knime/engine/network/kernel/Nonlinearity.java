package org.rnn4knime.engine.network.kernel;

/** A function of the values of a step [feature, window] whose gradient follows from what it gives. */
public enum Nonlinearity {

    /** The values themselves. */
    IDENTITY {
        @Override
        void apply(final float[] values, final int width) {
            // They stay.
        }

        @Override
        void back(final float[] outputs, final float[] gradient, final int width) {
            // It stays.
        }
    },

    /** Hyperbolic tangent. */
    TANH {
        @Override
        void apply(final float[] values, final int width) {
            Activations.tanh(values, values);
        }

        @Override
        void back(final float[] outputs, final float[] gradient, final int width) {
            Pointwise.throughTanh(gradient, outputs, gradient);
        }
    },

    /** Logistic function. */
    SIGMOID {
        @Override
        void apply(final float[] values, final int width) {
            Activations.sigmoid(values);
        }

        @Override
        void back(final float[] outputs, final float[] gradient, final int width) {
            Pointwise.throughSigmoid(gradient, outputs, gradient);
        }
    },

    /** Rectified linear unit: nothing below zero. */
    RELU {
        @Override
        void apply(final float[] values, final int width) {
            Activations.rectify(values);
        }

        @Override
        void back(final float[] outputs, final float[] gradient, final int width) {
            Pointwise.throughRectifier(gradient, outputs, gradient);
        }
    },

    /** The values of each window as probabilities. */
    SOFTMAX {
        @Override
        void apply(final float[] values, final int width) {
            Softmax.apply(values, width);
        }

        @Override
        void back(final float[] outputs, final float[] gradient, final int width) {
            Softmax.back(outputs, gradient, width);
        }
    };

    /** Replaces each value by its function. */
    abstract void apply(float[] values, int width);

    /** Replaces the gradient by the function's values by that by its arguments. */
    abstract void back(float[] outputs, float[] gradient, int width);
}
