package org.rnn4knime.engine.network;

import java.util.Objects;
import java.util.Optional;

/**
 * How a batch is learned from.
 *
 * @param seed of the dropout
 * @param teacherForcing whether Jordan's network, which must read in one direction and have a target at each step, reads the truth of
 *     the step before instead of its own output
 * @param state to begin with, for truncated back-propagation: it takes the state at the end of each window; zeros if empty
 */
public record TrainingPass(long seed, boolean teacherForcing, Optional<CarriedState> state) {

    /** Refuses null. */
    public TrainingPass {
        Objects.requireNonNull(state);
    }

    /** Nothing but a seed. */
    public static TrainingPass of(final long seed) {
        return new TrainingPass(seed, false, Optional.empty());
    }
}
