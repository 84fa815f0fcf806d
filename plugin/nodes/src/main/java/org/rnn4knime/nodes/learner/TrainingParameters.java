package org.rnn4knime.nodes.learner;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.engine.training.TrainingJob;

/** The section "Training": how long and how fast the network learns. */
final class TrainingParameters implements NodeParameters {

    @Widget(
            title = "Continue with",
            description =
                    """
                    How the training of a model at the port "Model to continue" goes on. The optimizer as it was must be the
                    one that is chosen below. Default: The optimizer as it was.
                    """)
    @RadioButtonsWidget
    @Effect(predicate = Shown.WithModel.class, type = EffectType.SHOW)
    ContinueChoice m_continueWith = ContinueChoice.KEEP;

    @Widget(
            title = "Epochs",
            description =
                    """
                    How often the network goes through all of the training data; of a model to continue, how often it
                    does so once more. Look at the training history: while the validation loss still falls, more epochs
                    help; beyond that the network learns the table by heart. Default: 40.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.Most.class)
    int m_epochs = 40;

    @Widget(
            title = "Batch size",
            description =
                    """
                    How many windows or sequences the network looks at before it changes its weights. Small batches
                    learn more in an epoch, large ones take less time for it. Default: 32.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.Most.class)
    int m_batchSize = 32;

    @Widget(
            title = "Optimizer",
            description =
                    """
                    The rule by which the weights change. Adam suits nearly every table; try AdamW where the network
                    learns a small table by heart. Default: Adam.
                    """,
            advanced = true)
    @ValueReference(OptimizerReference.class)
    OptimizerChoice m_optimizer = OptimizerChoice.ADAM;

    @Widget(
            title = "Weight decay",
            description =
                    """
                    How strongly AdamW draws all weights towards zero, from 0 to 1. Choose more where the training loss
                    keeps falling but the validation loss rises. Default: 0.01.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostWeightDecay.class)
    @Effect(predicate = IsAdamW.class, type = EffectType.SHOW)
    double m_weightDecay = 0.01;

    @Widget(
            title = "Momentum",
            description =
                    """
                    Which part of its last change a weight goes on with, from 0 to 0.999. It evens out the way, but with
                    much of it the loss overshoots. Default: 0.9.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostMomentum.class)
    @Effect(predicate = IsSgd.class, type = EffectType.SHOW)
    double m_momentum = 0.9;

    @Widget(
            title = "Nesterov momentum",
            description =
                    """
                    Whether the momentum looks ahead: it overshoots less and is often a little faster. Default: off.
                    """,
            advanced = true)
    @Effect(predicate = IsSgd.class, type = EffectType.SHOW)
    boolean m_nesterov;

    @Widget(
            title = "Find the learning rate",
            description =
                    """
                    Whether the node finds the learning rate itself: before the training, a trial lets the rate rise until
                    the loss does, and takes one well below. It saves trying out several rates by hand. A model to continue
                    goes on with its own rate. Default: off.
                    """)
    @ValueReference(FindsRate.class)
    boolean m_findLearningRate;

    @Widget(
            title = "Learning rate",
            description =
                    """
                    How far the weights change at a time. Choose less if the training loss jumps up and down, more if it
                    hardly falls: a third or three times as much is a good next try. Default: 0.005.
                    """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostLearningRate.class)
    @Effect(predicate = FindsRate.class, type = EffectType.HIDE)
    double m_learningRate = 0.005;

    ScheduleParameters m_learningRateSchedule = new ScheduleParameters();

    @Widget(
            title = "Class weights",
            description =
                    """
                    How much each class counts while the network learns. Choose Balanced where a rare class, such as a
                    failure, is hardly ever predicted: more of the rare ones are found then, with more false alarms. Only
                    where text or Booleans are predicted. Default: None.
                    """,
            advanced = true)
    @ValueReference(ClassWeightsReference.class)
    ClassWeightChoice m_classWeights = ClassWeightChoice.NONE;

    @Widget(
            title = "Class weight column",
            description =
                    """
                    The column with the weight of the class of each row: numbers from 0 on, the same in all rows of a
                    class. Default: none.
                    """,
            advanced = true)
    @ChoicesProvider(LearnerChoices.ClassWeightColumns.class)
    @Effect(predicate = HasWeightColumn.class, type = EffectType.SHOW)
    String m_classWeightColumn = "";

    @Widget(
            title = "Number of networks",
            description =
                    """
                    How many networks are trained, each from a random start of its own; the prediction is the mean of
                    theirs. Several are nearly always a little better than one and depend less on the random seed, but take
                    as many times as long. Try 5 once all else is settled. Default: 1.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNetworks.class)
    @Effect(predicate = Shown.WithoutModel.class, type = EffectType.SHOW)
    int m_numNetworks = 1;

    @Widget(
            title = "Threads",
            description =
                    """
                    How many processors compute at once. It changes the time that the training takes and nothing else;
                    choose fewer to leave some to others. Default: off, which means all processors.
                    """,
            advanced = true)
    @OptionalWidget(defaultProvider = AllProcessors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostThreads.class)
    Optional<Integer> m_threads = Optional.empty();

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
        SettingChecks.checkChosen(m_continueWith, "Continue with");
        SettingChecks.checkChosen(m_optimizer, "Optimizer");
        SettingChecks.checkChosen(m_classWeights, "Class weights");
        SettingChecks.checkChosen(m_classWeightColumn, "Class weight column");
        SettingChecks.checkChosen(m_threads, "Threads");
        m_learningRateSchedule.validate();
        SettingChecks.checked(
                () -> new OptimizerSettings(m_optimizer.optimizerType(), m_weightDecay, m_momentum, m_nesterov));
        SettingChecks.check(() -> SettingRange.requireBetween("Threads", threads(), 1, TrainingJob.MOST_THREADS));
        SettingChecks.checked(() -> LearningRateSettings.constant(m_learningRate));
        SettingChecks.checked(() -> toSettings(
                ClippingSettings.NONE, ValidationSettings.NONE, StoppingSettings.NONE, BackPropagation.FULL));
    }

    /** Returns the settings of the engine together with those of other sections, without what the dialog hides. */
    TrainingSettings toSettings(
            final ClippingSettings clipping,
            final ValidationSettings validation,
            final StoppingSettings stopping,
            final BackPropagation backPropagation) {
        return new TrainingSettings(
                m_epochs,
                m_batchSize,
                optimizer(),
                new LearningRateSettings(m_learningRate, m_learningRateSchedule.toSettings(), m_findLearningRate),
                clipping,
                validation,
                stopping,
                classWeights(),
                backPropagation,
                m_numNetworks,
                m_seed);
    }

    private OptimizerSettings optimizer() {
        final var isSgd = m_optimizer == OptimizerChoice.SGD;
        return new OptimizerSettings(
                m_optimizer.optimizerType(),
                m_optimizer == OptimizerChoice.ADAMW ? m_weightDecay : 0,
                isSgd ? m_momentum : 0,
                isSgd && m_nesterov);
    }

    private ClassWeights classWeights() {
        return new ClassWeights(
                m_classWeights.classWeightType(),
                m_classWeights == ClassWeightChoice.COLUMN ? m_classWeightColumn : "");
    }

    /** Returns how many threads compute at once. */
    int threads() {
        return m_threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    /** Returns whether the optimizer of a model to continue goes on as if it had never stopped. */
    boolean keepsOptimizer() {
        return m_continueWith == ContinueChoice.KEEP;
    }

    static final class OptimizerReference implements ParameterReference<OptimizerChoice> {}

    static final class ClassWeightsReference implements ParameterReference<ClassWeightChoice> {}

    static final class FindsRate implements BooleanReference {}

    static final class IsAdamW extends Shown.WhereChosen<OptimizerChoice> {
        IsAdamW() {
            super(OptimizerReference.class, OptimizerChoice.ADAMW);
        }
    }

    static final class IsSgd extends Shown.WhereChosen<OptimizerChoice> {
        IsSgd() {
            super(OptimizerReference.class, OptimizerChoice.SGD);
        }
    }

    static final class HasWeightColumn extends Shown.WhereChosen<ClassWeightChoice> {
        HasWeightColumn() {
            super(ClassWeightsReference.class, ClassWeightChoice.COLUMN);
        }
    }

    static final class AllProcessors implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return Runtime.getRuntime().availableProcessors();
        }
    }
}
