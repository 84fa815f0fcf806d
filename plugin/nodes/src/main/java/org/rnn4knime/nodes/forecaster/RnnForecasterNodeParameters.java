package org.rnn4knime.nodes.forecaster;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.rnn4knime.engine.prediction.Forecaster;

/** All settings of the RNN Forecaster, one class a section. */
final class RnnForecasterNodeParameters implements NodeParameters {

    @Layout(SequencesSection.class)
    SequenceParameters m_sequences = new SequenceParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            Forecaster.requireHorizon(m_sequences.m_horizon);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Section(title = "Sequences")
    interface SequencesSection {}
}
