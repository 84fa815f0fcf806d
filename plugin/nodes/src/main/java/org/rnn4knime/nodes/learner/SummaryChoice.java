package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.network.Summary;

/** The summaries of a sequence as the dialog shows them. */
enum SummaryChoice {
    @Label(
            value = "Last step",
            description = "What the network knows when it has read all steps; if it is bidirectional, where each"
                    + " direction ends.")
    LAST(Summary.LAST),

    @Label(value = "Mean", description = "The mean of all steps: each counts the same.")
    MEAN(Summary.MEAN),

    @Label(value = "Maximum", description = "Of each hidden unit the largest value that it had at any step.")
    MAX(Summary.MAX),

    @Label(value = "Attention", description = "A mean in which the network learns how much each step counts.")
    ATTENTION(Summary.ATTENTION);

    private final Summary m_summary;

    SummaryChoice(final Summary summary) {
        m_summary = summary;
    }

    Summary summary() {
        return m_summary;
    }
}
