package org.rnn4knime.nodes.forecaster;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.prediction.ForecastRequest;

/** The section "Sequences": how far the forecast reaches. */
final class SequenceParameters implements NodeParameters {

    @Widget(
            title = "Horizon",
            description =
                    """
                    How many time steps to forecast beyond the end of each sequence. The further ahead, the less certain.
                    A model that was trained to forecast directly reaches as far as the horizon that is set in the RNN
                    Learner; others go on as far as you like. Default: 12.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LongestHorizon.class)
    int m_horizon = 12;

    static final class LongestHorizon extends MaxValidation {

        @Override
        protected double getMax() {
            return ForecastRequest.LONGEST;
        }
    }
}
