package org.rnn4knime.nodes.learner;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.ValidationSettings;

/** The section "Validation and stopping": what the network is measured by, and what ends its training. */
final class ValidationParameters implements NodeParameters {

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
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostFraction.class)
    @Effect(predicate = Shown.WithoutValidationTable.class, type = EffectType.SHOW)
    double m_validationFraction;

    @Widget(
            title = "Early stopping",
            description =
                    """
                    Whether the training ends as soon as the validation loss does not get better any more, with the
                    weights of the best epoch. The number of epochs is the most then, so choose plenty. It needs something
                    to measure by: a validation fraction above 0, or a table with validation data. Default: off.
                    """)
    @ValueReference(StopsEarly.class)
    boolean m_earlyStopping;

    @Widget(
            title = "Patience",
            description =
                    """
                    How many epochs in a row may pass without a better validation loss before the training ends. Choose
                    more where the loss goes up and down a lot. Default: 10.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.Most.class)
    @Effect(predicate = StopsEarly.class, type = EffectType.SHOW)
    int m_patience = 10;

    @Widget(
            title = "Minimum improvement",
            description =
                    """
                    By how much the validation loss must fall below the best one before to count as better. With more than
                    0, the training does not go on for improvements that nobody would notice. Default: 0.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostDelta.class)
    @Effect(predicate = StopsEarly.class, type = EffectType.SHOW)
    double m_minDelta;

    @Widget(
            title = "Longest training time (minutes)",
            description =
                    """
                    After how many minutes the training ends, however many epochs are left; with the best weights until
                    then. Several networks share the time. How far the training gets depends on the computer, so the model
                    is not repeatable. Default: off, so that the epochs decide.
                    """,
            advanced = true)
    @OptionalWidget(defaultProvider = DefaultMinutes.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostMinutes.class)
    Optional<Double> m_maxMinutes = Optional.empty();

    /** Names the setting that is null or out of range, whether it is shown or not. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_validationSplit, "Validation split");
        SettingChecks.checkChosen(m_maxMinutes, "Longest training time (minutes)");
        SettingChecks.checked(() -> toSettings(false));
        SettingChecks.checked(this::earlyStopping);
        SettingChecks.checked(this::stopping);
    }

    /**
     * Returns the settings of the engine.
     *
     * @param hasValidationTable whether a table of its own is there to be measured by, so that nothing is held back of the other
     */
    ValidationSettings toSettings(final boolean hasValidationTable) {
        return hasValidationTable
                ? ValidationSettings.NONE
                : new ValidationSettings(m_validationSplit.validationSplit(), m_validationFraction);
    }

    /** Returns what ends the training, without what the dialog hides. */
    StoppingSettings stopping() {
        return new StoppingSettings(m_earlyStopping ? Optional.of(earlyStopping()) : Optional.empty(), m_maxMinutes);
    }

    private EarlyStopping earlyStopping() {
        return new EarlyStopping(m_patience, m_minDelta);
    }

    static final class StopsEarly implements BooleanReference {}

    static final class DefaultMinutes implements OptionalWidget.DefaultValueProvider<Double> {

        @Override
        public Double computeState(final NodeParametersInput input) {
            return 30.0;
        }
    }
}
