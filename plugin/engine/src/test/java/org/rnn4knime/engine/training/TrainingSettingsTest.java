package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.small;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;

/** What each setting of the training does to a training. */
class TrainingSettingsTest {

    private static final int LENGTH = 6;

    private static final NetworkSettings LSTM = network(CellType.LSTM, false, Summary.LAST);

    private static final TrainingSettings PLAIN = training(OptimizerSettings.ADAM, ClippingType.NONE, false, 0);

    private static NetworkSettings network(final CellType cell, final boolean bidirectional, final Summary summary) {
        return new NetworkSettings(cell, 4, 1, bidirectional, Activation.TANH, Optional.empty(), summary, 0.1);
    }

    /** A length of 0 truncates nothing. */
    private static TrainingSettings training(
            final OptimizerSettings optimizer,
            final ClippingType clipping,
            final boolean teacherForcing,
            final int tbpttLength) {
        return new TrainingSettings(
                8,
                8,
                optimizer,
                LearningRateSettings.constant(0.01),
                new ClippingSettings(clipping, 0.01),
                ValidationSettings.NONE,
                StoppingSettings.NONE,
                ClassWeights.NONE,
                new BackPropagation(Optional.of(tbpttLength).filter(length -> length > 0), teacherForcing),
                1,
                1);
    }

    private static RnnSettings settings(final NetworkSettings network, final TrainingSettings training) {
        final var plain = small(LENGTH, PLAIN);
        return new RnnSettings(plain.data(), plain.sequences(), plain.encoding(), network, training);
    }

    private static RnnModel train(final NetworkSettings network, final TrainingSettings training) {
        return Trainer.train(sine(60), settings(network, training), TrainingListener.NONE)
                .model();
    }

    private static void assertLearns(final RnnModel model) {
        final var history = model.networks().get(0).history();
        assertTrue(
                history.get(history.size() - 1).trainingLoss() < history.get(0).trainingLoss());
    }

    @Test
    void truncationAtTheWholeWindowChangesNoBit() {
        final var whole = train(LSTM, PLAIN);
        for (final var length : new int[] {LENGTH, 100}) {
            assertArrayEquals(
                    whole.networks().get(0).parameters(),
                    train(LSTM, training(OptimizerSettings.ADAM, ClippingType.NONE, false, length))
                            .networks()
                            .get(0)
                            .parameters());
        }
    }

    @Test
    void truncationMakesAStepAfterEachPiece() {
        // Pieces of 4 and 2 steps.
        final var truncated = train(LSTM, training(OptimizerSettings.ADAM, ClippingType.NONE, false, 4));
        assertLearns(truncated);
        assertFalse(Arrays.equals(
                train(LSTM, PLAIN).networks().get(0).parameters(),
                truncated.networks().get(0).parameters()));
    }

    @Test
    void truncationNeedsATargetAtEachStep() {
        final var truncated = training(OptimizerSettings.ADAM, ClippingType.NONE, false, 4);
        final var message = assertThrows(
                        IllegalArgumentException.class,
                        () -> settings(network(CellType.LSTM, false, Summary.MEAN), truncated))
                .getMessage();
        assertTrue(message.startsWith("Truncated back-propagation needs a target at each step"), message);
        assertThrows(
                IllegalArgumentException.class, () -> settings(network(CellType.LSTM, true, Summary.LAST), truncated));
    }

    @Test
    void teacherForcingTeachesAJordanNetworkAlone() {
        final var forcing = training(OptimizerSettings.ADAM, ClippingType.NONE, true, 0);
        final var jordan = network(CellType.JORDAN, false, Summary.LAST);
        assertFalse(Arrays.equals(
                train(jordan, PLAIN).networks().get(0).parameters(),
                train(jordan, forcing).networks().get(0).parameters()));
        final var message = assertThrows(IllegalArgumentException.class, () -> settings(LSTM, forcing))
                .getMessage();
        assertTrue(message.startsWith("Teacher forcing needs the cell type Jordan"), message);
    }

    @ParameterizedTest
    @EnumSource
    void everyOptimizerLearns(final OptimizerType type) {
        assertLearns(train(LSTM, training(new OptimizerSettings(type, 0.01, 0.9, true), ClippingType.NONE, false, 0)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void clippingChangesTheStepsOfGradientDescentAndTheRecordedNormIsTheOneBefore(final ClippingType clipping) {
        final var descent = new OptimizerSettings(OptimizerType.SGD, 0, 0, false);
        final var free = train(LSTM, training(descent, ClippingType.NONE, false, 0));
        final var clipped = train(LSTM, training(descent, clipping, false, 0));
        assertFalse(Arrays.equals(
                free.networks().get(0).parameters(), clipped.networks().get(0).parameters()));
        assertTrue(clipped.networks().get(0).history().get(0).gradient().whole() > 0.01);
    }

    @Test
    void reluInASimpleNetworkIsWarnedOf() {
        final var relu =
                new NetworkSettings(CellType.ELMAN, 4, 1, false, Activation.RELU, Optional.empty(), Summary.LAST, 0);
        final var warnings = Examples.warnings(Trainer.train(sine(60), settings(relu, PLAIN), TrainingListener.NONE));
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("ReLU"), warnings.get(0));
    }

    /** Each of these learns from the whole window at once. */
    @Test
    void networksThatLearnOnceAWindowLearn() {
        assertLearns(train(network(CellType.GRU, true, Summary.LAST), PLAIN));
        assertLearns(train(network(CellType.LSTM, false, Summary.MEAN), PLAIN));
        assertLearns(train(network(CellType.ELMAN, true, Summary.ATTENTION), PLAIN));
    }
}
