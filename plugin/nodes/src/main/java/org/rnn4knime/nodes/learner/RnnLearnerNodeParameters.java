package org.rnn4knime.nodes.learner;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.Layout;
import org.rnn4knime.engine.encoding.EncodingSettings;
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
        m_sequences.validate();
        m_network.validate();
        m_training.validate();
    }

    /**
     * Returns the settings of the engine.
     *
     * @param table the columns to learn from
     * @param hasValidationTable whether a table of its own is there to be measured by
     * @throws InvalidSettingsException if the table has not what is chosen, or the choices do not go together
     */
    RnnSettings toSettings(final DataTableSpec table, final boolean hasValidationTable)
            throws InvalidSettingsException {
        final var task = m_data.task();
        final var data = LearnerColumns.settings(m_data, table);
        final var settings = SettingChecks.checked(() -> new RnnSettings(
                data,
                m_sequences.toSettings(task),
                encoding(task),
                m_network.toSettings(task),
                m_training.toSettings(hasValidationTable)));
        LearnerChecks.check(settings, table);
        return settings;
    }

    private EncodingSettings encoding(final Task task) {
        return m_network.toEncodingSettings(
                m_sequences.m_normalization.normalization(),
                m_sequences.m_targetTransform.toSettings(task),
                m_sequences.vocabulary());
    }
}
