package org.rnn4knime.engine.network;

import java.util.Objects;
import org.rnn4knime.engine.sequence.Tensor;

/**
 * What a network makes of sequences.
 *
 * @param outputs [time, value, window], as {@link RnnNetwork#predict} returns them
 * @param states [time, unit, window]: the hidden state of the last recurrent layer after each step that this layer sees; zeros behind the
 *     end of a window. There are as many steps as inputs or, with a pooling size k, one for each k of them, the last of which may be
 *     fewer. If the layer reads in both directions, the units of the forward one come first; a state of the backward one has seen the
 *     steps from the end of the window down to its own. Of LSTM it is h, not the cell's memory c. Of Jordan's network it is what this
 *     carries from step to step: its output y, whose values are as many as those of a prediction
 */
public record Reading(Tensor outputs, Tensor states) {

    /** Refuses null. */
    public Reading {
        Objects.requireNonNull(outputs);
        Objects.requireNonNull(states);
    }
}
