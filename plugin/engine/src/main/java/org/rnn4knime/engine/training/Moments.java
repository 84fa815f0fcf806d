package org.rnn4knime.engine.training;

import java.util.List;
import org.rnn4knime.engine.model.OptimizerState;

/**
 * The two running means that Adam and AdamW share: m of the gradient and v of its square, each of which begins at zero.
 *
 * <pre>
 * m = 0.9 m + 0.1 gradient
 * v = 0.999 v + 0.001 gradient^2
 * </pre>
 */
final class Moments {

    private static final double FIRST_DECAY = 0.9;

    private static final double SECOND_DECAY = 0.999;

    private final float[] first;

    private final float[] second;

    private long steps;

    /** Goes on from a state that belongs to it alone: first m, then v. */
    Moments(final OptimizerState state) {
        this.steps = state.steps();
        this.first = state.values().get(0);
        this.second = state.values().get(1);
    }

    /** Counts a step; to be called before it. Refuses arrays of another length with an IllegalArgumentException. */
    void begin(final float[] parameters, final float[] gradient) {
        Optimizers.requireSameLength(parameters, gradient, first);
        steps++;
    }

    /** The factor by which m is still too small, because it began at zero. */
    double firstCorrection() {
        return 1 - StrictMath.pow(FIRST_DECAY, steps);
    }

    /** The factor by which the root of v is still too small. */
    double secondRootCorrection() {
        return Math.sqrt(1 - StrictMath.pow(SECOND_DECAY, steps));
    }

    /** Takes the gradient into m and v, then: parameter -= shrinkage parameter + rate m / (sqrt(v) + epsilon). */
    void step(
            final float[] parameters,
            final float[] gradient,
            final float rate,
            final float epsilon,
            final float shrinkage) {
        final var m = first;
        final var v = second;
        final var keepFirst = (float) FIRST_DECAY;
        final var keepSecond = (float) SECOND_DECAY;
        final var addFirst = (float) (1 - FIRST_DECAY);
        final var addSecond = (float) (1 - SECOND_DECAY);
        for (int j = 0; j < parameters.length; j++) {
            m[j] = Optimizers.grained(keepFirst * m[j] + addFirst * gradient[j]);
            v[j] = Optimizers.grained(keepSecond * v[j] + addSecond * gradient[j] * gradient[j]);
            parameters[j] -= shrinkage * parameters[j] + rate * m[j] / ((float) Math.sqrt(v[j]) + epsilon);
        }
    }

    /** A copy. */
    OptimizerState state() {
        return new OptimizerState(steps, Optimizers.copies(List.of(first, second)));
    }
}
