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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.SequenceSettings;

/** The section "Sequences": how much the network reads at a time, how far it looks ahead, and in which form. */
final class SequenceParameters implements NodeParameters {

    @Widget(
            title = "Sequence length (time steps)",
            description =
                    """
                    How many time steps the network reads for one prediction, where windows are cut: for the next
                    values, and where a table of one row a time step has no sequence ID columns. Whole sequences are
                    read whatever their length. Too short, and it cannot see what matters; too long, and there are fewer
                    windows to learn from and the training takes longer. One or two periods of whatever repeats itself
                    are a good start: 12 or 24 for months, 7 or 14 for days. Default: 24.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LongestWindow.class)
    @Effect(predicate = Shown.WhereSequencesAreCut.class, type = EffectType.SHOW)
    int m_sequenceLength = 24;

    @Widget(
            title = "Stride",
            description =
                    """
                    How many time steps lie between the starts of two windows that are learned from; the last one ends
                    where its sequence does. With 1 there is a window for each time step; more makes the training of
                    very long sequences shorter. Predictions are made for each time step anyway. Default: off, which
                    means 1 for numbers, and half of the sequence length for the symbols of a text that are learned at each
                    time step of a window.
                    """,
            advanced = true)
    @OptionalWidget(defaultProvider = DefaultStride.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LongestWindow.class)
    @Effect(predicate = Shown.WhereWindowsSlide.class, type = EffectType.SHOW)
    Optional<Integer> m_stride = Optional.empty();

    @Widget(
            title = "Maximum length",
            description =
                    """
                    The most time steps that are read of a whole sequence. Longer ones take more time and memory, and
                    what lies thousands of time steps back is rarely learned. Default: off, so that all of each sequence
                    is read.
                    """,
            advanced = true)
    @OptionalWidget(defaultProvider = DefaultMaximumLength.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LongestSequence.class)
    @Effect(predicate = Shown.WhereSequencesAreWhole.class, type = EffectType.SHOW)
    Optional<Integer> m_maximumLength = Optional.empty();

    @Widget(
            title = "Beyond the maximum length",
            description =
                    """
                    What becomes of a sequence that is longer than the maximum length. Default: Keep the end.
                    """,
            advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = Shown.WhereSequencesAreWhole.class, type = EffectType.SHOW)
    BeyondMaximumChoice m_beyondMaximum = BeyondMaximumChoice.KEEP_END;

    @Widget(
            title = "Forecast by",
            description =
                    """
                    How a forecast goes on beyond the next value. Recursion learns the next value only, so it needs the
                    fewest rows and goes on for as long as is wanted; but beyond the next value it knows no features,
                    except those known in the future, and its errors add up. Direct output is for a fixed horizon, and
                    for features of the past. Default: Recursion.
                    """)
    @ValueSwitchWidget
    @Effect(predicate = Shown.ForForecasts.class, type = EffectType.SHOW)
    ForecastModeChoice m_forecastMode = ForecastModeChoice.RECURSIVE;

    @Widget(
            title = "Horizon",
            description =
                    """
                    How many time steps ahead direct output forecasts, and, if a part is held back for validation, up to
                    which the errors of forecasts are measured, from which the RNN Forecaster makes its intervals.
                    Default: 12.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = FarthestHorizon.class)
    @Effect(predicate = Shown.ForForecasts.class, type = EffectType.SHOW)
    int m_horizon = 12;

    @Widget(
            title = "Normalization",
            description =
                    """
                    How numbers are brought to the size that a network learns well with. What is needed for it is
                    taken from the rows that are learned from, kept in the model and undone in each result: all
                    predictions are in the units of your table. Default: Z-score.
                    """)
    @ValueSwitchWidget
    @Effect(predicate = Shown.WithNumbers.class, type = EffectType.SHOW)
    NormalizationChoice m_normalization = NormalizationChoice.Z_SCORE;

    TargetTransformParameters m_targetTransform = new TargetTransformParameters();

    @Widget(
            title = "Maximum vocabulary size",
            description =
                    """
                    The most different characters or words that the network knows: the most frequent ones. All others
                    are one and the same unknown symbol. Default: off, so that all are known.
                    """,
            advanced = true)
    @OptionalWidget(defaultProvider = DefaultVocabulary.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = LargestVocabulary.class)
    @Effect(predicate = Shown.ForText.class, type = EffectType.SHOW)
    Optional<Integer> m_maximumVocabulary = Optional.empty();

    @Widget(
            title = "Minimum count of a symbol",
            description =
                    """
                    How often a character or word must be in the training data to be known. With 2 or more, the network
                    learns what to make of an unknown one. Default: 1.
                    """,
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = Shown.ForText.class, type = EffectType.SHOW)
    int m_minimumCount = 1;

    /** Names the setting that is null or out of range, whether it is shown or not. */
    @Override
    public void validate() throws InvalidSettingsException {
        SettingChecks.checkChosen(m_stride, "Stride");
        SettingChecks.checkChosen(m_maximumLength, "Maximum length");
        SettingChecks.checkChosen(m_beyondMaximum, "Beyond the maximum length");
        SettingChecks.checkChosen(m_forecastMode, "Forecast by");
        SettingChecks.checkChosen(m_normalization, "Normalization");
        SettingChecks.checkChosen(m_maximumVocabulary, "Maximum vocabulary size");
        m_targetTransform.validate();
        SettingChecks.checked(() -> settings(m_forecastMode.forecastMode()));
        SettingChecks.checked(this::vocabulary);
    }

    /** Returns the settings of the engine, without what the dialog hides. */
    SequenceSettings toSettings(final Task task) {
        return settings(task.isForecast() ? m_forecastMode.forecastMode() : ForecastMode.RECURSIVE);
    }

    private SequenceSettings settings(final ForecastMode forecastMode) {
        return new SequenceSettings(
                m_sequenceLength, m_stride, m_maximumLength, m_beyondMaximum.beyondMaximum(), forecastMode, m_horizon);
    }

    /** Returns which symbols of a text are known. */
    VocabularySettings vocabulary() {
        return new VocabularySettings(m_maximumVocabulary, m_minimumCount);
    }

    static final class DefaultMaximumLength implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 1000;
        }
    }

    static final class DefaultVocabulary implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 10_000;
        }
    }

    static final class DefaultStride implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 1;
        }
    }

    static final class LongestWindow extends MaxValidation {

        @Override
        protected double getMax() {
            return SequenceSettings.LONGEST;
        }
    }

    static final class LongestSequence extends MaxValidation {

        @Override
        protected double getMax() {
            return SequenceSettings.LONGEST_WHOLE;
        }
    }

    static final class FarthestHorizon extends MaxValidation {

        @Override
        protected double getMax() {
            return SequenceSettings.FARTHEST;
        }
    }

    static final class LargestVocabulary extends MaxValidation {

        @Override
        protected double getMax() {
            return VocabularySettings.LARGEST;
        }
    }
}
