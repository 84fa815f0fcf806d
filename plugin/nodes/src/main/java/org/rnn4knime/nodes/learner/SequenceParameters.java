package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.sequence.SequenceSettings;

/** The section "Sequences": how much of the past the network reads, and in which form. */
final class SequenceParameters implements NodeParameters {

    @Widget(
            title = "Sequence length (time steps)",
            description =
                    """
                    How many rows the network reads to predict the next one. Too short, and it cannot see what
                    matters; too long, and there are fewer windows to learn from and the training takes longer. One or
                    two periods of whatever repeats itself are a good start: 12 or 24 for months, 7 or 14 for days.
                    Default: 24.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LongestSequence.class)
    int m_sequenceLength = 24;

    @Widget(
            title = "Normalization",
            description =
                    """
                    How the values are brought to the size that a network learns well with. What is needed for it is
                    taken from the rows that are learned from, kept in the model and undone in each result: all
                    predictions are in the units of your table. Default: Z-score.
                    """)
    @ValueSwitchWidget
    NormalizationChoice m_normalization = NormalizationChoice.Z_SCORE;

    TargetTransformParameters m_targetTransform = new TargetTransformParameters();

    SequenceSettings toSequenceSettings() {
        return new SequenceSettings(m_sequenceLength);
    }

    EncodingSettings toEncodingSettings() {
        return new EncodingSettings(
                m_normalization.m_normalization, m_targetTransform.m_log, m_targetTransform.m_difference);
    }

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
    }

    /** What is done to the target before it is normalized; undone in each result. */
    static final class TargetTransformParameters implements NodeParameters {

        @Widget(
                title = "Logarithm of the target",
                description =
                        """
                        Learns the logarithm of the target. It helps where the ups and downs grow with the level, as
                        they do in sales or passengers; all values must be above zero. Default: off.
                        """)
        boolean m_log;

        @Widget(
                title = "Differences of the target",
                description =
                        """
                        Learns the change from one row to the next instead of the value itself. It helps where the
                        target keeps rising or falling, so that the future leaves the range of the past. Default: off.
                        """)
        boolean m_difference;
    }

    static final class LongestSequence extends MaxValidation {

        @Override
        protected double getMax() {
            return SequenceSettings.LONGEST;
        }
    }
}
