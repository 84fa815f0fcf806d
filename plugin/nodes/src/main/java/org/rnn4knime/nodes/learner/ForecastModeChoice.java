package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.ForecastMode;

/** How a forecast can go on beyond the next value, as the dialog shows it. */
enum ForecastModeChoice {
    @Label(
            value = "Recursion",
            description = "Each forecast is read to make the next one, so it can go on for as long as is wanted.")
    RECURSIVE(ForecastMode.RECURSIVE),

    @Label(
            value = "Direct output",
            description = "The network writes all values up to the horizon at once, and no forecast is read. For"
                    + " numbers only.")
    DIRECT(ForecastMode.DIRECT);

    private final ForecastMode m_forecastMode;

    ForecastModeChoice(final ForecastMode forecastMode) {
        m_forecastMode = forecastMode;
    }

    ForecastMode forecastMode() {
        return m_forecastMode;
    }
}
