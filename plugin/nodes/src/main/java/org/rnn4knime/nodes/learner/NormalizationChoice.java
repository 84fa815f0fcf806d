package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.encoding.Normalization;

/** The normalizations as the dialog shows them. */
enum NormalizationChoice {
    @Label(value = "None", description = "The values stay as they are.")
    NONE(Normalization.NONE),

    @Label(value = "Z-score", description = "Mean 0 and standard deviation 1.")
    Z_SCORE(Normalization.Z_SCORE),

    @Label(value = "Min-max", description = "The smallest value becomes 0, the largest 1.")
    MIN_MAX(Normalization.MIN_MAX);

    private final Normalization m_normalization;

    NormalizationChoice(final Normalization normalization) {
        m_normalization = normalization;
    }

    Normalization normalization() {
        return m_normalization;
    }
}
