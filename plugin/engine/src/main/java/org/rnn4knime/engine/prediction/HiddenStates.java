package org.rnn4knime.engine.prediction;

import java.util.Objects;

/**
 * What the last recurrent layer keeps in mind once it has read what a prediction is made from: its state after the last step, or after
 * the last pooled one. Where the network tells of each step, it is the state at that step. If the layer reads in both directions, the
 * units of the forward one come first; the backward one ends at the first step, so unless the network tells of each step, that is where
 * its state is taken.
 *
 * @param units the values of a state
 * @param values [place, unit]; NaN where there is no prediction; not copied
 */
public record HiddenStates(int units, float[] values) {

    /** Refuses null. */
    public HiddenStates {
        Objects.requireNonNull(values);
    }

    /** A value of the state at a place; NaN if the place has no prediction. */
    public double value(final int place, final int unit) {
        return values[Objects.checkIndex(unit, units) + place * units];
    }
}
