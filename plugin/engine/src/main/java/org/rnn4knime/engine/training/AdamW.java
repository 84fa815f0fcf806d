package org.rnn4knime.engine.training;

import org.rnn4knime.engine.model.OptimizerState;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2, with a constant schedule multiplier of 1
 * and the decay multiplied by the learning rate, as in PyTorch). Step t, with the running means m and v of
 * {@link Moments}:
 *
 * <pre>
 * parameter -= rate decay parameter + rate m / (1 - 0.9^t) / (sqrt(v / (1 - 0.999^t)) + 1e-8)
 * </pre>
 *
 * <p>All parameters decay, biases too. Other than in {@link Adam}, epsilon stands beside the root of the corrected v,
 * as both sources have it.
 */
final class AdamW implements Optimizer {

    private static final double EPSILON = 1e-8;

    private final Moments moments;

    private final double weightDecay;

    /** Goes on from a state that belongs to it alone. */
    AdamW(final OptimizerState state, final double weightDecay) {
        this.moments = new Moments(state);
        this.weightDecay = weightDecay;
    }

    @Override
    public void step(final float[] parameters, final float[] gradient, final double learningRate) {
        moments.begin(parameters, gradient);
        // Numerator and denominator times the root of v's correction: so the loop needs none.
        final var root = moments.secondRootCorrection();
        final var rate = learningRate * root / moments.firstCorrection();
        moments.step(
                parameters, gradient, (float) rate, (float) (EPSILON * root), (float) (learningRate * weightDecay));
    }

    @Override
    public OptimizerState state() {
        return moments.state();
    }
}
