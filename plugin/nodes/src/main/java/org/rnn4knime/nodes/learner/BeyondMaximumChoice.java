package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.BeyondMaximum;

/** What can become of sequences that are too long, as the dialog shows it. */
enum BeyondMaximumChoice {
    @Label(value = "Keep the end", description = "The last time steps are read.")
    KEEP_END(BeyondMaximum.KEEP_END),

    @Label(value = "Keep the start", description = "The first time steps are read.")
    KEEP_START(BeyondMaximum.KEEP_START),

    @Label(value = "Split", description = "The sequence is read piece by piece.")
    SPLIT(BeyondMaximum.SPLIT);

    private final BeyondMaximum m_beyondMaximum;

    BeyondMaximumChoice(final BeyondMaximum beyondMaximum) {
        m_beyondMaximum = beyondMaximum;
    }

    BeyondMaximum beyondMaximum() {
        return m_beyondMaximum;
    }
}
