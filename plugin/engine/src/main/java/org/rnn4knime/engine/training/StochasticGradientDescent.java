package org.rnn4knime.engine.training;

import java.util.List;
import org.rnn4knime.engine.model.OptimizerState;

/**
 * Stochastic gradient descent with momentum, or with Nesterov's momentum (Sutskever et al. 2013), in the form of
 * PyTorch, where the learning rate is no part of the velocity; so both forms differ when the rate changes. The velocity
 * begins at zero.
 *
 * <pre>
 * velocity = momentum velocity + gradient
 * parameter -= rate velocity                           (momentum; 0 is plain gradient descent)
 * parameter -= rate (gradient + momentum velocity)     (Nesterov)
 * </pre>
 */
final class StochasticGradientDescent implements Optimizer {

    private final float[] velocity;

    private final float momentum;

    private final boolean nesterov;

    private long steps;

    /** Goes on from a state that belongs to it alone: the velocity. */
    StochasticGradientDescent(final OptimizerState state, final double momentum, final boolean nesterov) {
        this.steps = state.steps();
        this.velocity = state.values().get(0);
        this.momentum = (float) momentum;
        this.nesterov = nesterov;
    }

    @Override
    public void step(final float[] parameters, final float[] gradient, final double learningRate) {
        final var v = velocity;
        Optimizers.requireSameLength(parameters, gradient, v);
        steps++;
        final var keep = momentum;
        final var gradientRate = nesterov ? (float) learningRate : 0;
        final var velocityRate = (float) (nesterov ? learningRate * momentum : learningRate);
        for (int j = 0; j < parameters.length; j++) {
            v[j] = Optimizers.grained(keep * v[j] + gradient[j]);
            parameters[j] -= gradientRate * gradient[j] + velocityRate * v[j];
        }
    }

    @Override
    public OptimizerState state() {
        return new OptimizerState(steps, Optimizers.copies(List.of(velocity)));
    }
}
