package org.rnn4knime.nodes.learner;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.sequence.SequenceSettings;

/** What is done to the target before it is normalized; undone in each result. */
final class TargetTransformParameters implements NodeParameters {

    private static final int SHORTEST_SEASON = 2;

    @Widget(
            title = "Logarithm of the target",
            description =
                    """
                    Learns the logarithm of the target. It helps where the ups and downs grow with the level, as they
                    do in sales or passengers; all values must be above zero. Only for numbers. Default: off.
                    """)
    @Effect(predicate = Shown.WithNumbers.class, type = EffectType.SHOW)
    boolean m_log;

    @Widget(
            title = "Differences of the target",
            description =
                    """
                    Learns the change from one time step to the next instead of the value itself. It helps where the
                    target keeps rising or falling, so that the future leaves the range of the past. Only for numbers.
                    Default: off.
                    """)
    @Effect(predicate = Shown.ForForecasts.class, type = EffectType.SHOW)
    boolean m_difference;

    @Widget(
            title = "Season (time steps)",
            description =
                    """
                    Learns the change from one season to the next: the difference to the value so many time steps
                    before, such as 12 for months or 7 for days. It helps where the target repeats itself; the first
                    season of each sequence is needed as a base. Only for numbers. Default: off.
                    """,
            advanced = true)
    @OptionalWidget(defaultProvider = DefaultSeason.class)
    @NumberInputWidget(minValidation = ShortestSeason.class, maxValidation = LongestSeason.class)
    @Effect(predicate = Shown.ForForecasts.class, type = EffectType.SHOW)
    Optional<Integer> m_season = Optional.empty();

    @Widget(
            title = "Level of a window",
            description =
                    """
                    What is taken off all values of a window, so that the network sees how they move and not how high
                    they are. It helps where sequences have very different levels, or where a level comes that was not
                    there in training. With it the network learns from one value a window, the one behind it, instead of
                    from the next value at each time step. Only for numbers. Default: None.
                    """,
            advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = Shown.ForForecasts.class, type = EffectType.SHOW)
    WindowLevelChoice m_windowLevel = WindowLevelChoice.NONE;

    /** Names the setting that is null or out of range. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_season, "Season (time steps)");
        SettingChecks.checkChosen(m_windowLevel, "Level of a window");
        SettingChecks.checked(this::all);
    }

    private TargetTransform all() {
        return new TargetTransform(m_log, m_difference, m_season, m_windowLevel.windowLevel());
    }

    /** Returns the settings of the engine, without what the dialog hides. */
    TargetTransform toSettings(final Task task) {
        return task.isForecast()
                ? all()
                : new TargetTransform(m_log && task.hasNumbers(), false, Optional.empty(), WindowLevel.NONE);
    }

    static final class DefaultSeason implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 12;
        }
    }

    static final class ShortestSeason extends MinValidation {

        @Override
        protected double getMin() {
            return SHORTEST_SEASON;
        }
    }

    static final class LongestSeason extends MaxValidation {

        @Override
        protected double getMax() {
            return SequenceSettings.LONGEST;
        }
    }
}
