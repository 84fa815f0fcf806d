package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.MissingValues;

/** What can become of missing values, as the dialog shows it. */
enum MissingValuesChoice {
    @Label(value = "Stop", description = "The node stops, and names the row and the column.")
    FAIL(MissingValues.FAIL),

    @Label(
            value = "Skip the time step",
            description = "The time step is left out, and a sequence of which nothing is left. A warning counts them.")
    SKIP(MissingValues.SKIP),

    @Label(
            value = "Last known value",
            description = "The value before in the same sequence takes its place; before the first one, the mean does.")
    LAST(MissingValues.LAST),

    @Label(
            value = "Mean",
            description = "The mean of what is learned from takes its place; of text, the most frequent value.")
    MEAN(MissingValues.MEAN);

    private final MissingValues m_missingValues;

    MissingValuesChoice(final MissingValues missingValues) {
        m_missingValues = missingValues;
    }

    MissingValues missingValues() {
        return m_missingValues;
    }
}
