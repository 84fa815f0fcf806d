package org.rnn4knime.engine.network.kernel;

import java.util.Optional;

/**
 * What counts when a layer computes a slice, beside its input.
 *
 * @param pulse is run at every time step; what it throws ends the computation
 * @param seed of what is random
 * @param state the arrays of the state to begin with, which are replaced by those at the end of each window; zeros if empty
 * @param truth what the outputs should be, which a network whose output is fed back reads instead; NaN where unknown
 * @param probe is told the gradient by what a recurrent layer writes, step by step, on the way back
 */
public record Moment(
        Runnable pulse, long seed, Optional<float[][]> state, Optional<Signal> truth, Optional<GradientProbe> probe) {

    /** Without a probe. */
    public Moment(
            final Runnable pulse, final long seed, final Optional<float[][]> state, final Optional<Signal> truth) {
        this(pulse, seed, state, truth, Optional.empty());
    }

    /** Nothing but a pulse. */
    public static Moment of(final Runnable pulse) {
        return new Moment(pulse, 0, Optional.empty(), Optional.empty());
    }
}
