package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.training.OptimizerExample.Equations;

class AdamTest {

    @Test
    void followsTheEquationsOfThePaper() {
        OptimizerExample.assertFollows(PaperAdam::new, adam(OptimizerExample.PARAMETERS));
    }

    @Test
    void agreesWithDeeplearning4jAlsoWhereTheGradientIsTiny() {
        final var sizes = new double[] {1, -0.01, 30, 1e-7, 1e-9};
        final var parameters = new float[] {0.5f, -1, 0.25f, 0, 2};
        final var adam = adam(sizes.length);
        for (int step = 0; step < 10; step++) {
            final var gradient = new float[sizes.length];
            for (int j = 0; j < sizes.length; j++) {
                gradient[j] = (float) (sizes[j] * (1 + Math.sin(step + j) / 2));
            }
            adam.step(parameters, gradient, 0.01);
        }
        // What the AdamUpdater of nd4j 1.0.0-M2.1 made of the same gradients.
        final var expected = new float[] {0.4041239f, -0.9053769f, 0.1557473f, -0.03775226f, 1.9993734f};
        assertArrayEquals(expected, parameters, 1e-6f);
    }

    @Test
    void theFirstStepIsAsLongAsTheLearningRateWhateverTheGradient() {
        final var parameters = new float[] {1, 1, 1};
        adam(3).step(parameters, new float[] {1e-3f, -100, 0}, 0.1);

        assertArrayEquals(new float[] {0.9f, 1.1f, 1}, parameters, 1e-4f);
    }

    @Test
    void findsTheBottomOfAValley() {
        final var parameters = new float[] {3};
        final var adam = adam(1);
        for (int step = 0; step < 1000; step++) {
            adam.step(parameters, new float[] {2 * (parameters[0] - 1)}, 0.05);
        }
        assertEquals(1, parameters[0], 1e-2);
    }

    private static Optimizer adam(final int parameters) {
        return Optimizers.of(OptimizerSettings.ADAM, parameters);
    }

    /** Kingma and Ba 2015, algorithm 1, with the order of computation of the end of its section 2. */
    private static final class PaperAdam implements Equations {

        private double m;

        private double v;

        private int t;

        @Override
        public double step(final double parameter, final double gradient, final double rate) {
            t++;
            m = 0.9 * m + (1 - 0.9) * gradient;
            v = 0.999 * v + (1 - 0.999) * gradient * gradient;
            final var rateNow = rate * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
            return parameter - rateNow * m / (Math.sqrt(v) + 1e-8);
        }
    }
}
