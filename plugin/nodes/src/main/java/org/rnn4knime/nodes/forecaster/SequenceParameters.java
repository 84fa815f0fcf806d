package org.rnn4knime.nodes.forecaster;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.prediction.Forecaster;

/** The section "Sequences": how far the forecast reaches. */
final class SequenceParameters implements NodeParameters {

    @Widget(
            title = "Horizon",
            description =
                    """
                    How many time steps to forecast beyond the last row of each sequence. Each step reads the forecasts
                    of the steps before, so the further ahead, the less certain. Default: 12.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LongestHorizon.class)
    int m_horizon = 12;

    static final class LongestHorizon extends MaxValidation {

        @Override
        protected double getMax() {
            return Forecaster.LONGEST;
        }
    }
}
