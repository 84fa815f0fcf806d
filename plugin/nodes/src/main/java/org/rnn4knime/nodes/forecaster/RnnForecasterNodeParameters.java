package org.rnn4knime.nodes.forecaster;

import org.knime.core.node.InvalidSettingsException;
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

    @Override
    public void validate() throws InvalidSettingsException {
        toRequest();
    }

    @Section(title = "Sequences")
    interface SequencesSection {}

    @Section(title = "Output")
    @After(SequencesSection.class)
    interface OutputSection {}
}
