package org.rnn4knime.nodes.learner;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.network.CellType;

/** The section "Gradients": how errors are traced back to the weights, and how far back in time. */
final class GradientParameters implements NodeParameters {

    @Widget(
            title = "Gradient clipping",
            description =
                    """
                    What is done when the gradient, which says how to change the weights, is very large. One such step can
                    undo what was learned before. Choose Global norm where the loss jumps up all at once or the training
                    ends because the loss is no number any more; the training history shows how large the gradient usually
                    is. Default: None.
                    """,
            advanced = true)
    @ValueReference(ClippingReference.class)
    ClippingChoice m_clipping = ClippingChoice.NONE;

    @Widget(
            title = "Clipping threshold",
            description =
                    """
                    From where on a gradient is too large. Choose a little more than the usual gradient norm in the
                    training history. Default: 1.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostThreshold.class)
    @Effect(predicate = IsClipped.class, type = EffectType.SHOW)
    double m_clippingThreshold = 1;

    @Widget(
            title = "Truncated BPTT length",
            description =
                    """
                    Truncated back-propagation through time: the network changes its weights after each so many time steps
                    of a window or sequence instead of at its end. It still remembers what came before, but does not learn
                    from errors that far back. It saves time and memory where sequences have thousands of time steps, and
                    is only for networks that learn from each time step and read in one direction without a convolution.
                    Default: off, so that errors go back to the beginning.
                    """,
            advanced = true)
    @OptionalWidget(defaultProvider = DefaultLength.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.Most.class)
    Optional<Integer> m_tbpttLength = Optional.empty();

    @Widget(
            title = "Teacher forcing",
            description =
                    """
                    Whether a Jordan network reads the true value of the step before while it trains, instead of what it
                    wrote itself. It learns faster, but must do without the truth later. Only where each time step is
                    learned, in one direction. Default: off.
                    """,
            advanced = true)
    @Effect(predicate = IsJordan.class, type = EffectType.SHOW)
    boolean m_teacherForcing;

    /** Names the setting that is null or out of range, whether it is shown or not. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_clipping, "Gradient clipping");
        SettingChecks.checkChosen(m_tbpttLength, "Truncated BPTT length");
        SettingChecks.checked(() -> new ClippingSettings(m_clipping.clippingType(), m_clippingThreshold));
        SettingChecks.checked(() -> new BackPropagation(m_tbpttLength, m_teacherForcing));
    }

    /** Returns the settings of the engine, without what the dialog hides. */
    ClippingSettings clipping() {
        return m_clipping == ClippingChoice.NONE
                ? ClippingSettings.NONE
                : new ClippingSettings(m_clipping.clippingType(), m_clippingThreshold);
    }

    /** Returns the settings of the engine for a network of such cells, without what the dialog hides. */
    BackPropagation backPropagation(final CellType cellType) {
        return new BackPropagation(m_tbpttLength, m_teacherForcing && cellType == CellType.JORDAN);
    }

    static final class ClippingReference implements ParameterReference<ClippingChoice> {}

    static final class IsClipped extends Shown.WhereChosen<ClippingChoice> {
        IsClipped() {
            super(ClippingReference.class, ClippingChoice.VALUE, ClippingChoice.LAYER_NORM, ClippingChoice.GLOBAL_NORM);
        }
    }

    /** The cell type is that of a model to continue, if there is one. */
    static final class IsJordan implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            final var chosen =
                    i.getEnum(NetworkParameters.CellTypeReference.class).isOneOf(CellTypeChoice.JORDAN);
            return i.getPredicate(Shown.WithoutModel.class).and(chosen).or(i.getConstant(IsJordan::continuesJordan));
        }

        private static boolean continuesJordan(final NodeParametersInput input) {
            return LearnerPorts.of(input.getInPortSpecs())
                    .model()
                    .filter(model -> model.cellType().equals(CellType.JORDAN.name()))
                    .isPresent();
        }
    }

    static final class DefaultLength implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 50;
        }
    }
}
