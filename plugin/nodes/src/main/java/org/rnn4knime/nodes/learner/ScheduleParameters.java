package org.rnn4knime.nodes.learner;

import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.model.ScheduleSettings;

/** How the learning rate changes while the network learns. */
final class ScheduleParameters implements NodeParameters {

    @Widget(
            title = "Schedule",
            description =
                    """
                    How the learning rate changes from epoch to epoch. With a high rate the network learns fast, with a
                    low one it finds its way to the end. Try Cosine where the loss still jumps in the last epochs, or
                    Plateau where you do not know how many epochs it takes. Default: Constant.
                    """,
            advanced = true)
    @ValueReference(TypeReference.class)
    ScheduleChoice m_schedule = ScheduleChoice.CONSTANT;

    @Widget(
            title = "Learning rate factor",
            description =
                    """
                    What the learning rate is multiplied by, above 0 and at most 1. Choose a smaller one for fewer, larger
                    steps down. Default: 0.5.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostFactor.class)
    @Effect(predicate = HasFactor.class, type = EffectType.SHOW)
    double m_scheduleFactor = 0.5;

    @Widget(
            title = "Epochs per learning rate step",
            description =
                    """
                    After how many epochs the learning rate is multiplied by the factor, each time anew. A quarter of all
                    epochs is a good start. Default: 10.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.Most.class)
    @Effect(predicate = IsStep.class, type = EffectType.SHOW)
    int m_stepEpochs = 10;

    @Widget(
            title = "Warm-up epochs",
            description =
                    """
                    In how many of the first epochs the learning rate rises to its full height before it falls. A few help
                    where the loss jumps right at the start. Default: 0.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Most.class)
    @Effect(predicate = IsCosine.class, type = EffectType.SHOW)
    int m_warmupEpochs;

    @Widget(
            title = "Patience of the learning rate",
            description =
                    """
                    How many epochs in a row may pass without a better loss before the learning rate is multiplied by the
                    factor. With early stopping, choose less than its patience. Default: 5.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.Most.class)
    @Effect(predicate = IsPlateau.class, type = EffectType.SHOW)
    int m_plateauPatience = 5;

    /** Names the setting that is null or out of range, whether it is shown or not. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_schedule, "Schedule");
        SettingChecks.checked(() -> new ScheduleSettings(
                m_schedule.scheduleType(), m_scheduleFactor, m_stepEpochs, m_warmupEpochs, m_plateauPatience));
    }

    /** Returns the settings of the engine, without what the dialog hides. */
    ScheduleSettings toSettings() {
        final var unused = ScheduleSettings.CONSTANT;
        return new ScheduleSettings(
                m_schedule.scheduleType(),
                m_schedule.hasFactor() ? m_scheduleFactor : unused.factor(),
                m_schedule == ScheduleChoice.STEP ? m_stepEpochs : unused.stepEpochs(),
                m_schedule == ScheduleChoice.COSINE ? m_warmupEpochs : unused.warmupEpochs(),
                m_schedule == ScheduleChoice.PLATEAU ? m_plateauPatience : unused.patience());
    }

    static final class TypeReference implements ParameterReference<ScheduleChoice> {}

    static final class HasFactor extends Shown.WhereChosen<ScheduleChoice> {
        HasFactor() {
            super(
                    TypeReference.class,
                    Stream.of(ScheduleChoice.values())
                            .filter(ScheduleChoice::hasFactor)
                            .toArray(ScheduleChoice[]::new));
        }
    }

    static final class IsStep extends Shown.WhereChosen<ScheduleChoice> {
        IsStep() {
            super(TypeReference.class, ScheduleChoice.STEP);
        }
    }

    static final class IsCosine extends Shown.WhereChosen<ScheduleChoice> {
        IsCosine() {
            super(TypeReference.class, ScheduleChoice.COSINE);
        }
    }

    static final class IsPlateau extends Shown.WhereChosen<ScheduleChoice> {
        IsPlateau() {
            super(TypeReference.class, ScheduleChoice.PLATEAU);
        }
    }
}
