package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.UnknownValues;

/** What can become of values that were not there in training, as the dialog shows it. */
enum UnknownValuesChoice {
    @Label(value = "No prediction", description = "The prediction is missing. A warning counts such predictions.")
    NO_PREDICTION(UnknownValues.NO_PREDICTION),

    @Label(value = "Read as unknown", description = "The network predicts as if it had not seen the value.")
    READ_AS_UNKNOWN(UnknownValues.READ_AS_UNKNOWN);

    private final UnknownValues m_unknownValues;

    UnknownValuesChoice(final UnknownValues unknownValues) {
        m_unknownValues = unknownValues;
    }

    UnknownValues unknownValues() {
        return m_unknownValues;
    }
}
