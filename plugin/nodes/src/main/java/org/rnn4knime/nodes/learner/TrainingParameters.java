package org.rnn4knime.nodes.learner;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** The section "Training": how long and how fast the network learns. */
final class TrainingParameters implements NodeParameters {

    @Widget(
            title = "Epochs",
            description =
                    """
                    How often the network goes through all of the training data. Look at the training history:
                    while the validation loss still falls, more epochs help; beyond that the network learns the
                    table by heart. Default: 40.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Most.class)
    int m_epochs = 40;

    @Widget(
            title = "Batch size",
            description =
                    """
                    How many windows or sequences the network looks at before it changes its weights. Small batches
                    learn more in an epoch, large ones take less time for it. Default: 32.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Most.class)
    int m_batchSize = 32;

    @Widget(
            title = "Learning rate",
            description =
                    """
                    How far the weights change at a time; the optimizer is Adam. Choose less if the training loss jumps
                    up and down, more if it hardly falls. Default: 0.005.
                    """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_learningRate = 0.005;

    @Widget(
            title = "Validation split",
            description =
                    """
                    Which part of the training data is held back from learning, if the validation fraction is above 0.
                    No window ever reads both sides. Default: Automatic.
                    """,
            advanced = true)
    @Effect(predicate = Shown.WithoutValidationTable.class, type = EffectType.SHOW)
    ValidationSplitChoice m_validationSplit = ValidationSplitChoice.AUTOMATIC;

    @Widget(
            title = "Validation fraction",
            description =
                    """
                    The share of the training data that is held back from learning to measure the validation loss and,
                    where the next values are predicted, the errors of forecasts. It shows whether the network has
                    learned what lasts, but takes rows away from it: the latest ones, if the split is in time. A table
                    at the port "Validation data" takes its place. 0 holds nothing back, 0.9 is the most. Default: 0.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MostValidation.class)
    @Effect(predicate = Shown.WithoutValidationTable.class, type = EffectType.SHOW)
    double m_validationFraction;

    @Widget(
            title = "Random seed",
            description =
                    """
                    The number that the random start of the network and the order of the windows come from. The same
                    seed, settings and table give the same model. Default: 1.
                    """,
            advanced = true)
    long m_seed = 1;

    /** Names the setting that is null or out of range, whether it is shown or not. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_validationSplit, "validationSplit");
        SettingChecks.checked(() -> toSettings(false));
    }

    /**
     * Returns the settings of the engine.
     *
     * @param hasValidationTable whether a table of its own is there to be measured by, so that nothing is held back of the other
     */
    TrainingSettings toSettings(final boolean hasValidationTable) {
        return new TrainingSettings(
                m_epochs,
                m_batchSize,
                m_learningRate,
                hasValidationTable ? ValidationSplit.AUTOMATIC : m_validationSplit.validationSplit(),
                hasValidationTable ? 0 : m_validationFraction,
                m_seed,
                OptimizerSettings.ADAM,
                ClippingType.NONE,
                1,
                false,
                Optional.empty());
    }

    static final class Most extends MaxValidation {

        @Override
        protected double getMax() {
            return TrainingSettings.MOST;
        }
    }

    static final class MostValidation extends MaxValidation {

        @Override
        protected double getMax() {
            return TrainingSettings.MOST_VALIDATION;
        }
    }
}
