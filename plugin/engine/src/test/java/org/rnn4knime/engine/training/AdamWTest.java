package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.training.OptimizerExample.Equations;

class AdamWTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 1})
    void followsTheEquationsOfThePaper(final double decay) {
        OptimizerExample.assertFollows(() -> new PaperAdamW(decay), adamW(OptimizerExample.PARAMETERS, decay));
    }

    @Test
    void withoutAGradientAllThatIsLeftIsDecay() {
        final var parameters = new float[] {2};
        final var optimizer = adamW(1, 0.5);
        optimizer.step(parameters, new float[1], 0.1);
        optimizer.step(parameters, new float[1], 0.1);

        assertEquals(2 * 0.95 * 0.95, parameters[0], 1e-6);
    }

    @Test
    void epsilonStandsBesideTheCorrectedRoot() {
        final var parameters = new float[1];
        adamW(1, 0).step(parameters, new float[] {1e-8f}, 0.1);

        // Both corrected means are the gradient itself: 0.1 * 1e-8 / (1e-8 + 1e-8).
        assertEquals(-0.05, parameters[0], 1e-6);
    }

    private static Optimizer adamW(final int parameters, final double decay) {
        return Optimizers.of(new OptimizerSettings(OptimizerType.ADAMW, decay, 0, false), parameters);
    }

    /** Loshchilov and Hutter 2019, algorithm 2. */
    private static final class PaperAdamW implements Equations {

        private final double decay;

        private double m;

        private double v;

        private int t;

        PaperAdamW(final double decay) {
            this.decay = decay;
        }

        @Override
        public double step(final double parameter, final double gradient, final double rate) {
            t++;
            m = 0.9 * m + 0.1 * gradient;
            v = 0.999 * v + 0.001 * gradient * gradient;
            final var correctedM = m / (1 - Math.pow(0.9, t));
            final var correctedV = v / (1 - Math.pow(0.999, t));
            final var decayed = parameter - rate * decay * parameter;
            return decayed - rate * correctedM / (Math.sqrt(correctedV) + 1e-8);
        }
    }
}
