package org.rnn4knime.engine.model;

import java.util.Optional;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * How errors go back in time.
 *
 * @param tbpttLength truncated back-propagation: the optimizer makes a step after each so many time steps of the windows, and the
 *     gradient reaches no further back, but the state is carried on; empty for the whole windows
 * @param teacherForcing whether Jordan's network reads the truth of the step before instead of its own output
 */
public record BackPropagation(Optional<Integer> tbpttLength, boolean teacherForcing) {

    /** Through whole windows. */
    public static final BackPropagation FULL = new BackPropagation(Optional.empty(), false);

    /** Refuses a length out of range with an IllegalArgumentException. */
    public BackPropagation {
        tbpttLength.ifPresent(
                length -> SettingRange.requireBetween("Truncated BPTT length", length, 1, TrainingSettings.MOST));
    }
}
