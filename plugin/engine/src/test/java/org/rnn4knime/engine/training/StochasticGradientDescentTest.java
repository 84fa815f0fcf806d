package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.training.OptimizerExample.Equations;

class StochasticGradientDescentTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void followsTheEquationsOfMomentum(final double momentum) {
        OptimizerExample.assertFollows(
                () -> new Velocity(momentum, false), descent(OptimizerExample.PARAMETERS, momentum, false));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void followsTheEquationsOfNesterovsMomentum(final double momentum) {
        OptimizerExample.assertFollows(
                () -> new Velocity(momentum, true), descent(OptimizerExample.PARAMETERS, momentum, true));
    }

    @Test
    void nesterovsMomentumIsTheGradientWhereThePlainOneLeads() {
        // Sutskever et al. 2013, equations 3 and 4, on a slope of 3 x: what is stored here is the point ahead, x +
        // momentum * v.
        final double momentum = 0.8;
        final double rate = 0.05;
        double x = 1;
        double v = 0;
        final var ahead = new float[] {1};
        final var optimizer = descent(1, momentum, true);
        for (int step = 0; step < 10; step++) {
            v = momentum * v - rate * 3 * (x + momentum * v);
            x += v;
            optimizer.step(ahead, new float[] {3 * ahead[0]}, rate);
            assertEquals(x + momentum * v, ahead[0], 1e-6);
        }
    }

    private static Optimizer descent(final int parameters, final double momentum, final boolean nesterov) {
        return Optimizers.of(new OptimizerSettings(OptimizerType.SGD, 0, momentum, nesterov), parameters);
    }

    /** The form of PyTorch. */
    private static final class Velocity implements Equations {

        private final double momentum;

        private final boolean nesterov;

        private double velocity;

        Velocity(final double momentum, final boolean nesterov) {
            this.momentum = momentum;
            this.nesterov = nesterov;
        }

        @Override
        public double step(final double parameter, final double gradient, final double rate) {
            velocity = momentum * velocity + gradient;
            return parameter - rate * (nesterov ? gradient + momentum * velocity : velocity);
        }
    }
}
