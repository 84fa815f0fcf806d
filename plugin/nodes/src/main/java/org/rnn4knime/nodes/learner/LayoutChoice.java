package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** The data layouts as the dialog shows them. */
enum LayoutChoice {
    @Label(
            value = "One row a time step",
            description = "The rows of a sequence have the same values in the sequence ID columns.")
    ROWS(SequenceLayout.ROWS),

    @Label(
            value = "One row a sequence, one column a time step",
            description = "The columns stand in the order of time, such as those of the hours of a day.")
    COLUMNS(SequenceLayout.COLUMNS),

    @Label(
            value = "One row a sequence, list cells",
            description = "A list cell holds the values of all time steps, as the nodes GroupBy and Create Collection"
                    + " Column make them.")
    LISTS(SequenceLayout.LISTS),

    @Label(value = "One row a text", description = "The characters or words of the text are the time steps.")
    TEXT(SequenceLayout.TEXT);

    private final SequenceLayout m_layout;

    LayoutChoice(final SequenceLayout layout) {
        m_layout = layout;
    }

    SequenceLayout layout() {
        return m_layout;
    }
}
