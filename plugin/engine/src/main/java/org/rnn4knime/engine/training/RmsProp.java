package org.rnn4knime.engine.training;

import java.util.List;
import org.rnn4knime.engine.model.OptimizerState;

/**
 * RMSProp (Tieleman and Hinton 2012, lecture 6.5): steps along the gradient, divided by the root of the running mean v
 * of its square, which begins at 1e-8 and is not corrected for it.
 *
 * <pre>
 * v = 0.95 v + 0.05 gradient^2
 * parameter -= rate gradient / (sqrt(v) + 1e-8)
 * </pre>
 *
 * <p>The decay of 0.95 is that of Deeplearning4j (the lecture has 0.9, PyTorch 0.99), and so are the place of epsilon and what v
 * begins with: from zero, the first step would be as large for the smallest gradient as for any other.
 */
final class RmsProp implements Optimizer {

    private static final double DECAY = 0.95;

    private static final double EPSILON = 1e-8;

    /** What v begins with. */
    static final float FIRST_SQUARE = 1e-8f;

    private final float[] squares;

    private long steps;

    /** Goes on from a state that belongs to it alone: v. */
    RmsProp(final OptimizerState state) {
        this.steps = state.steps();
        this.squares = state.values().get(0);
    }

    @Override
    public void step(final float[] parameters, final float[] gradient, final double learningRate) {
        final var v = squares;
        Optimizers.requireSameLength(parameters, gradient, v);
        steps++;
        final var keep = (float) DECAY;
        final var add = (float) (1 - DECAY);
        final var rate = (float) learningRate;
        final var epsilon = (float) EPSILON;
        for (int j = 0; j < parameters.length; j++) {
            v[j] = Optimizers.grained(keep * v[j] + add * gradient[j] * gradient[j]);
            parameters[j] -= rate * gradient[j] / ((float) Math.sqrt(v[j]) + epsilon);
        }
    }

    @Override
    public OptimizerState state() {
        return new OptimizerState(steps, Optimizers.copies(List.of(squares)));
    }
}
