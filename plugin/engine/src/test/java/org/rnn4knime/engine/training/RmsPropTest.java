package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerState;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.training.OptimizerExample.Equations;

class RmsPropTest {

    private static final OptimizerSettings SETTINGS = new OptimizerSettings(OptimizerType.RMSPROP, 0, 0, false);

    @Test
    void followsItsEquations() {
        OptimizerExample.assertFollows(Lecture::new, rmsProp(OptimizerExample.PARAMETERS));
    }

    @Test
    void epsilonStandsBesideTheRoot() {
        final var parameters = new float[1];
        final var zeros = new OptimizerState(0, List.of(new float[1]));
        Optimizers.of(SETTINGS, zeros).step(parameters, new float[] {1e-8f}, 0.1);

        assertEquals(-0.1 / (Math.sqrt(0.05) + 1), parameters[0], 1e-6);
    }

    private static Optimizer rmsProp(final int parameters) {
        return Optimizers.of(SETTINGS, parameters);
    }

    private static final class Lecture implements Equations {

        private double meanSquare = 1e-8;

        @Override
        public double step(final double parameter, final double gradient, final double rate) {
            meanSquare = 0.95 * meanSquare + 0.05 * gradient * gradient;
            return parameter - rate * gradient / (Math.sqrt(meanSquare) + 1e-8);
        }
    }
}
