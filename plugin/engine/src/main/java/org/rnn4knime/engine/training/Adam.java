package org.rnn4knime.engine.training;

import org.rnn4knime.engine.model.OptimizerState;

/**
 * Adam (Kingma and Ba 2015). Step t, with the running means m and v of {@link Moments}:
 *
 * <pre>
 * rate_t = rate sqrt(1 - 0.999^t) / (1 - 0.9^t)
 * parameter -= rate_t m / (sqrt(v) + 1e-8)
 * </pre>
 *
 * <p>That is the form at the end of the paper's section 2, and of Deeplearning4j's Adam: the means are corrected
 * through the learning rate, so epsilon stands beside the root of the uncorrected v. Algorithm 1 of the paper, like
 * PyTorch, has it beside the root of the corrected v; that differs for gradients near 1e-7 and below.
 */
final class Adam implements Optimizer {

    private static final double EPSILON = 1e-8;

    private final Moments moments;

    /** Goes on from a state that belongs to it alone. */
    Adam(final OptimizerState state) {
        this.moments = new Moments(state);
    }

    @Override
    public void step(final float[] parameters, final float[] gradient, final double learningRate) {
        moments.begin(parameters, gradient);
        final var rate = learningRate * moments.secondRootCorrection() / moments.firstCorrection();
        moments.step(parameters, gradient, (float) rate, (float) EPSILON, 0);
    }

    @Override
    public OptimizerState state() {
        return moments.state();
    }
}
