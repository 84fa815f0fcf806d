package org.rnn4knime.nodes.forecaster;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** The section "Output": what stands beside the forecast. */
final class OutputParameters implements NodeParameters {

    @Widget(
            title = "Interval levels (%)",
            description =
                    """
                    Adds a lower and an upper bound for each level: of 100 intervals of the level 80, about 80 hold what
                    comes true. Write one level or several with commas between, such as <tt>80, 95</tt>. The intervals are
                    made from the errors of forecasts of the rows that the RNN Learner held back, so it needs a
                    validation fraction above 0 or a validation table. Default: empty, no intervals.
                    """)
    String m_intervalLevels = "";
}
