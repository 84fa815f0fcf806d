package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** The three sections about training. */
class TrainingParametersTest {

    private final TrainingParameters m_training = new TrainingParameters();

    private final ScheduleParameters m_schedule = m_training.m_learningRateSchedule;

    private final GradientParameters m_gradients = new GradientParameters();

    private final ValidationParameters m_validation = new ValidationParameters();

    @Test
    void trainsOneNetworkWithAdamByDefaultAndHoldsNothingBack() throws InvalidSettingsException {
        validate();

        assertEquals(new TrainingSettings(40, 32, 0.005, 0, 1), settings());
        assertEquals(Runtime.getRuntime().availableProcessors(), m_training.threads());
        assertTrue(m_training.keepsOptimizer());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryOptimizerOfTheEngineAndUsesOnlyWhatItShows(final OptimizerType type)
            throws InvalidSettingsException {
        m_training.m_optimizer = OptimizerChoice.valueOf(type.name());
        m_training.m_weightDecay = 0.25;
        m_training.m_momentum = 0.75;
        m_training.m_nesterov = true;
        validate();

        final var isSgd = type == OptimizerType.SGD;
        assertEquals(
                new OptimizerSettings(type, type == OptimizerType.ADAMW ? 0.25 : 0, isSgd ? 0.75 : 0, isSgd),
                settings().optimizer());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryScheduleOfTheEngineAndUsesOnlyWhatItShows(final ScheduleType type) throws InvalidSettingsException {
        m_schedule.m_schedule = ScheduleChoice.valueOf(type.name());
        m_schedule.m_scheduleFactor = 0.25;
        m_schedule.m_stepEpochs = 7;
        m_schedule.m_warmupEpochs = 3;
        m_schedule.m_plateauPatience = 9;
        validate();

        final var expected =
                switch (type) {
                    case CONSTANT -> ScheduleSettings.CONSTANT;
                    case STEP -> new ScheduleSettings(type, 0.25, 7, 0, 5);
                    case COSINE -> new ScheduleSettings(type, 0.5, 10, 3, 5);
                    case PLATEAU -> new ScheduleSettings(type, 0.25, 10, 0, 9);
                };
        assertEquals(expected, settings().learningRate().schedule());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryClippingOfTheEngine(final ClippingType type) throws InvalidSettingsException {
        m_gradients.m_clipping = ClippingChoice.valueOf(type.name());
        m_gradients.m_clippingThreshold = 2.5;
        validate();

        assertEquals(
                type == ClippingType.NONE ? ClippingSettings.NONE : new ClippingSettings(type, 2.5),
                settings().clipping());
    }

    @ParameterizedTest
    @EnumSource
    void offersAllClassWeightsOfTheEngineAndReadsAColumnForOneOnly(final ClassWeightType type)
            throws InvalidSettingsException {
        m_training.m_classWeights = ClassWeightChoice.valueOf(type.name());
        m_training.m_classWeightColumn = "weight";
        validate();

        assertEquals(
                new ClassWeights(type, type == ClassWeightType.COLUMN ? "weight" : ""),
                settings().classWeights());
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryValidationSplitOfTheEngine(final ValidationSplit split) throws InvalidSettingsException {
        m_validation.m_validationSplit = ValidationSplitChoice.valueOf(split.name());
        m_validation.m_validationFraction = 0.25;
        validate();

        assertEquals(new ValidationSettings(split, 0.25), m_validation.toSettings(false));
        assertEquals(ValidationSettings.NONE, m_validation.toSettings(true));
    }

    @ParameterizedTest
    @EnumSource
    void forcesTheTeacherOnJordansNetworkOnly(final CellType cell) {
        m_gradients.m_teacherForcing = true;

        assertEquals(cell == CellType.JORDAN, m_gradients.backPropagation(cell).teacherForcing());
    }

    @Test
    void truncatesAndStops() throws InvalidSettingsException {
        m_gradients.m_tbpttLength = Optional.of(6);
        m_validation.m_patience = 4;
        m_validation.m_minDelta = 0.125;
        m_validation.m_maxMinutes = Optional.of(1.5);
        validate();

        assertEquals(new BackPropagation(Optional.of(6), false), settings().backPropagation());
        assertEquals(
                new StoppingSettings(Optional.empty(), Optional.of(1.5)),
                settings().stopping());
        m_validation.m_earlyStopping = true;
        assertEquals(
                Optional.of(new EarlyStopping(4, 0.125)), settings().stopping().early());
    }

    @Test
    void countsNetworksThreadsAndSeeds() throws InvalidSettingsException {
        m_training.m_numNetworks = 5;
        m_training.m_threads = Optional.of(3);
        m_training.m_seed = -7;
        m_training.m_findLearningRate = true;
        m_training.m_continueWith = ContinueChoice.FRESH;
        validate();

        assertEquals(5, settings().numNetworks());
        assertEquals(-7, settings().seed());
        assertTrue(settings().learningRate().find());
        assertEquals(3, m_training.threads());
        assertFalse(m_training.keepsOptimizer());
    }

    @Test
    void letsTheDialogGoAsFarAsTheEngine() throws InvalidSettingsException {
        m_training.m_epochs = (int) new Bounds.Most().getMax();
        m_training.m_batchSize = (int) new Bounds.Most().getMax();
        m_training.m_weightDecay = new Bounds.MostWeightDecay().getMax();
        m_training.m_momentum = new Bounds.MostMomentum().getMax();
        m_training.m_learningRate = new Bounds.MostLearningRate().getMax();
        m_schedule.m_scheduleFactor = new Bounds.MostFactor().getMax();
        m_training.m_numNetworks = (int) new Bounds.MostNetworks().getMax();
        m_training.m_threads = Optional.of((int) new Bounds.MostThreads().getMax());
        m_gradients.m_clippingThreshold = new Bounds.MostThreshold().getMax();
        m_validation.m_validationFraction = new Bounds.MostFraction().getMax();
        m_validation.m_minDelta = new Bounds.MostDelta().getMax();
        m_validation.m_maxMinutes = Optional.of(new Bounds.MostMinutes().getMax());

        validate();
    }

    private void validate() throws InvalidSettingsException {
        m_training.validate();
        m_gradients.validate();
        m_validation.validate();
    }

    private TrainingSettings settings() {
        return m_training.toSettings(
                m_gradients.clipping(),
                m_validation.toSettings(false),
                m_validation.stopping(),
                m_gradients.backPropagation(CellType.LSTM));
    }
}
