package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.standin.parameters.ParametersPersistence;

class SequenceParametersTest {

    private static final Task FORECAST = new Task(LayoutChoice.ROWS, PredictChoice.FUTURE);

    private static final Task CLASSIFICATION = new Task(LayoutChoice.LISTS, PredictChoice.SEQUENCE);

    private static final Task NEXT_SYMBOL = new Task(LayoutChoice.TEXT, PredictChoice.FUTURE);

    private final SequenceParameters m_parameters = new SequenceParameters();

    @Test
    void readsWindowsOfTwoDozenStepsAsTheyAreByDefault() throws InvalidSettingsException {
        m_parameters.validate();

        assertEquals(new SequenceSettings(24), m_parameters.toSettings(FORECAST));
        assertEquals(TargetTransform.NONE, m_parameters.m_targetTransform.toSettings(FORECAST));
        assertEquals(VocabularySettings.ALL, m_parameters.vocabulary());
    }

    @Test
    void givesEachSettingToTheEngine() throws InvalidSettingsException {
        final var saved = new NodeSettings("sequences");
        saved.addInt("sequenceLength", 7);
        saved.addInt("stride", 2);
        saved.addBoolean("stride_is_present", true);
        saved.addInt("maximumLength", 500);
        saved.addBoolean("maximumLength_is_present", true);
        saved.addString("beyondMaximum", "SPLIT");
        saved.addString("forecastMode", "DIRECT");
        saved.addInt("horizon", 3);
        saved.addString("normalization", "MIN_MAX");
        final var transform = saved.addNodeSettings("targetTransform");
        transform.addBoolean("log", true);
        transform.addBoolean("difference", true);
        transform.addInt("season", 12);
        transform.addBoolean("season_is_present", true);
        transform.addString("windowLevel", "MEAN");
        saved.addInt("maximumVocabulary", 99);
        saved.addBoolean("maximumVocabulary_is_present", true);
        saved.addInt("minimumCount", 5);

        final var loaded = ParametersPersistence.load(SequenceParameters.class, saved);

        assertEquals(
                new SequenceSettings(7, Optional.of(2), Optional.of(500), BeyondMaximum.SPLIT, ForecastMode.DIRECT, 3),
                loaded.toSettings(FORECAST));
        assertEquals(
                new TargetTransform(true, true, Optional.of(12), WindowLevel.MEAN),
                loaded.m_targetTransform.toSettings(FORECAST));
        assertEquals(Normalization.MIN_MAX, loaded.m_normalization.normalization());
        assertEquals(new VocabularySettings(Optional.of(99), 5), loaded.vocabulary());
        final var again = new NodeSettings("sequences");
        ParametersPersistence.save(loaded, again);
        assertEquals(saved, again);
    }

    @Test
    void ignoresWhatIsHidden() {
        m_parameters.m_forecastMode = ForecastModeChoice.DIRECT;
        m_parameters.m_targetTransform.m_log = true;
        m_parameters.m_targetTransform.m_difference = true;
        m_parameters.m_targetTransform.m_season = Optional.of(12);
        m_parameters.m_targetTransform.m_windowLevel = WindowLevelChoice.LAST;

        assertEquals(
                ForecastMode.RECURSIVE, m_parameters.toSettings(CLASSIFICATION).forecastMode());
        assertEquals(
                ForecastMode.RECURSIVE, m_parameters.toSettings(NEXT_SYMBOL).forecastMode());
        assertEquals(new TargetTransform(true, false), m_parameters.m_targetTransform.toSettings(CLASSIFICATION));
        assertEquals(TargetTransform.NONE, m_parameters.m_targetTransform.toSettings(NEXT_SYMBOL));
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryNormalizationOfTheEngine(final Normalization normalization) {
        assertEquals(
                normalization, NormalizationChoice.valueOf(normalization.name()).normalization());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryWindowLevelOfTheEngine(final WindowLevel level) {
        assertEquals(level, WindowLevelChoice.valueOf(level.name()).windowLevel());
    }

    @ParameterizedTest
    @EnumSource
    void offersAllThatTheEngineCanDoBeyondTheMaximum(final BeyondMaximum beyond) {
        assertEquals(beyond, BeyondMaximumChoice.valueOf(beyond.name()).beyondMaximum());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryForecastModeOfTheEngine(final ForecastMode mode) {
        assertEquals(mode, ForecastModeChoice.valueOf(mode.name()).forecastMode());
    }

    /** The numbers of the section, each with a way to set it. */
    private enum Number {
        SEQUENCE_LENGTH((parameters, value) -> parameters.m_sequenceLength = value),
        STRIDE((parameters, value) -> parameters.m_stride = Optional.of(value)),
        MAXIMUM_LENGTH((parameters, value) -> parameters.m_maximumLength = Optional.of(value)),
        HORIZON((parameters, value) -> parameters.m_horizon = value),
        SEASON((parameters, value) -> parameters.m_targetTransform.m_season = Optional.of(value)),
        MAXIMUM_VOCABULARY((parameters, value) -> parameters.m_maximumVocabulary = Optional.of(value)),
        MINIMUM_COUNT((parameters, value) -> parameters.m_minimumCount = value);

        private final BiConsumer<SequenceParameters, Integer> m_setter;

        Number(final BiConsumer<SequenceParameters, Integer> setter) {
            m_setter = setter;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE_LENGTH, 0, Sequence length (time steps) must be from 1 to 10000",
        "SEQUENCE_LENGTH, 10001, Sequence length (time steps) must be from 1 to 10000",
        "STRIDE, 0, Stride must be from 1 to 10000",
        "STRIDE, 10001, Stride must be from 1 to 10000",
        "MAXIMUM_LENGTH, 0, Maximum length must be from 1 to 1000000",
        "MAXIMUM_LENGTH, 1000001, Maximum length must be from 1 to 1000000",
        "HORIZON, 0, Horizon must be from 1 to 1000",
        "HORIZON, 1001, Horizon must be from 1 to 1000",
        "SEASON, 1, Season (time steps) must be from 2 to 10000",
        "SEASON, 10001, Season (time steps) must be from 2 to 10000",
        "MAXIMUM_VOCABULARY, 0, Maximum vocabulary size must be from 1 to 1000000",
        "MAXIMUM_VOCABULARY, 1000001, Maximum vocabulary size must be from 1 to 1000000",
        "MINIMUM_COUNT, 0, Minimum count of a symbol must be from 1 to 2147483647"
    })
    void namesANumberThatIsOutOfRange(final Number number, final int value, final String message) {
        number.m_setter.accept(m_parameters, value);

        final var refusal = assertThrows(InvalidSettingsException.class, m_parameters::validate);

        assertEquals(message + ", but is " + value + ".", refusal.getMessage());
    }

    @Test
    void letsTheDialogGoAsFarAsTheEngine() throws InvalidSettingsException {
        m_parameters.m_sequenceLength = (int) new SequenceParameters.LongestWindow().getMax();
        m_parameters.m_stride = Optional.of((int) new SequenceParameters.LongestWindow().getMax());
        m_parameters.m_maximumLength = Optional.of((int) new SequenceParameters.LongestSequence().getMax());
        m_parameters.m_horizon = (int) new SequenceParameters.FarthestHorizon().getMax();
        m_parameters.m_maximumVocabulary = Optional.of((int) new SequenceParameters.LargestVocabulary().getMax());
        m_parameters.m_targetTransform.m_season =
                Optional.of((int) new TargetTransformParameters.LongestSeason().getMax());
        m_parameters.validate();

        m_parameters.m_targetTransform.m_season =
                Optional.of((int) new TargetTransformParameters.ShortestSeason().getMin());
        m_parameters.validate();
    }

    @Test
    void offersSensibleNumbersWhereTheUserSwitchesOneOn() throws InvalidSettingsException {
        m_parameters.m_maximumLength = Optional.of(new SequenceParameters.DefaultMaximumLength().computeState(null));
        m_parameters.m_stride = Optional.of(new SequenceParameters.DefaultStride().computeState(null));
        m_parameters.m_maximumVocabulary = Optional.of(new SequenceParameters.DefaultVocabulary().computeState(null));
        m_parameters.m_targetTransform.m_season =
                Optional.of(new TargetTransformParameters.DefaultSeason().computeState(null));

        m_parameters.validate();
    }
}
