package org.rnn4knime.nodes.forecaster;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.rnn4knime.engine.prediction.ForecastRequest;

/** All settings of the RNN Forecaster, one class a section. */
final class RnnForecasterNodeParameters implements NodeParameters {

    @Layout(SequencesSection.class)
    SequenceParameters m_sequences = new SequenceParameters();

    @Layout(OutputSection.class)
    OutputParameters m_output = new OutputParameters();

    /** Returns what the engine is asked. */
    ForecastRequest toRequest() throws InvalidSettingsException {
        try {
            return new ForecastRequest(m_sequences.m_horizon, ForecastRequest.levels(m_output.m_intervalLevels));
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** The same checks as the engine's. A settings file may hold a null text, which the dialog never writes. */
    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(
                m_output.m_intervalLevels != null,
                "The setting \"%s\" is null: leave it empty for no intervals.",
                "Interval levels (%)");
        toRequest();
    }

    @Section(title = "Sequences")
    interface SequencesSection {}

    @Section(title = "Output")
    @After(SequencesSection.class)
    interface OutputSection {}
}
