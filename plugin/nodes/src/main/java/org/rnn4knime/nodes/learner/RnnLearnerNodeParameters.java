package org.rnn4knime.nodes.learner;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.Layout;
import org.rnn4knime.engine.model.RnnSettings;

/** All settings of the RNN Learner, one class a section. */
final class RnnLearnerNodeParameters implements NodeParameters {

    @Layout(LearnerSections.InputData.class)
    InputDataParameters m_data;

    @Layout(LearnerSections.Sequences.class)
    SequenceParameters m_sequences = new SequenceParameters();

    @Layout(LearnerSections.Network.class)
    NetworkParameters m_network = new NetworkParameters();

    @Layout(LearnerSections.Training.class)
    TrainingParameters m_training = new TrainingParameters();

    RnnLearnerNodeParameters() {
        m_data = new InputDataParameters();
    }

    RnnLearnerNodeParameters(final NodeParametersInput input) {
        m_data = new InputDataParameters(input);
    }

    /** The same checks as the engine's, for flow variables bypass the dialog. */
    @Override
    public void validate() throws InvalidSettingsException {
        m_data.validate();
        CheckUtils.checkSetting(
                m_sequences.m_normalization != null, "Nothing is chosen: the setting \"normalization\" is null.");
        m_network.validate();
        try {
            m_sequences.toSequenceSettings();
            m_training.toSettings();
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Returns the settings of the engine for a table with the given columns. */
    RnnSettings toSettings(final DataTableSpec table) throws InvalidSettingsException {
        final var absent = m_data.m_sequenceIdColumns.getMissingSelectedFromFullSpec(table);
        if (absent.length > 0) {
            throw new InvalidSettingsException("Sequence ID column \"" + absent[0]
                    + "\" is not in the table. Remove it from the sequence ID columns.");
        }
        try {
            return new RnnSettings(
                    m_data.toSettings(table),
                    m_sequences.toSequenceSettings(),
                    m_sequences.toEncodingSettings(),
                    m_network.toSettings(),
                    m_training.toSettings());
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
