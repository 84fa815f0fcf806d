package org.rnn4knime.nodes.learner;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.Layout;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;

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

    @Layout(LearnerSections.Gradients.class)
    GradientParameters m_gradients = new GradientParameters();

    @Layout(LearnerSections.Validation.class)
    ValidationParameters m_validation = new ValidationParameters();

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
        m_gradients.validate();
        m_validation.validate();
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
                training(hasValidationTable, m_network.m_cellType.cellType())));
        LearnerChecks.check(settings, table);
        return settings;
    }

    /**
     * Returns the settings under which the training of a model goes on, as far as they are known before the model is: its columns and
     * sequences, and the simplest network of its cells in place of its own.
     *
     * @param model what is known of it
     * @param table the columns to learn from, among them all that the model needs
     * @param hasValidationTable whether a table of its own is there to be measured by
     * @throws InvalidSettingsException if no model of this kind can be trained like this
     */
    RnnSettings toSettings(
            final RnnModelPortObjectSpec model, final DataTableSpec table, final boolean hasValidationTable)
            throws InvalidSettingsException {
        final var cellType = CellType.valueOf(model.cellType());
        final var settings = SettingChecks.checked(() -> new RnnSettings(
                model.data(),
                model.sequences(),
                new EncodingSettings(Normalization.NONE, TargetTransform.NONE),
                new NetworkSettings(cellType, 1),
                training(hasValidationTable, cellType)));
        LearnerChecks.check(settings, table);
        return settings;
    }

    /**
     * Returns the settings under which the training of a model goes on: those of the model but for the training.
     *
     * @param hasValidationTable whether a table of its own is there to be measured by
     * @throws InvalidSettingsException if the model's network cannot be trained like this
     */
    RnnSettings toSettings(final RnnModel model, final boolean hasValidationTable) throws InvalidSettingsException {
        final var before = model.settings();
        return SettingChecks.checked(() -> before.withTraining(
                training(hasValidationTable, before.network().cellType())
                        .withNumNetworks(model.networks().size())));
    }

    private TrainingSettings training(final boolean hasValidationTable, final CellType cellType) {
        final var settings = m_training.toSettings(
                m_gradients.clipping(),
                m_validation.toSettings(hasValidationTable),
                m_validation.stopping(),
                m_gradients.backPropagation(cellType));
        settings.requireValidation(hasValidationTable);
        return settings;
    }

    private EncodingSettings encoding(final Task task) {
        return m_network.toEncodingSettings(
                m_sequences.m_normalization.normalization(),
                m_sequences.m_targetTransform.toSettings(task),
                m_sequences.vocabulary());
    }
}
