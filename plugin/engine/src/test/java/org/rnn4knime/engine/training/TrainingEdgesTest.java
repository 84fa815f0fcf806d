package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** Trainings that go wrong in part, or in which there is little to do. */
class TrainingEdgesTest {

    private static final Setup FUTURE =
            Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value"));

    private static RnnModel on(final RnnModel model, final Setup setup, final Table table, final boolean keeps) {
        return Trainer.train(TrainingJob.of(table, setup.settings()).continuing(model, keeps), TrainingListener.NONE)
                .model();
    }

    private static float[] parameters(final RnnModel model, final int network) {
        return model.networks().get(network).parameters();
    }

    @Test
    void earlyStoppingIsRefusedWhereNothingIsHeldBackAfterAll() {
        final var setup = FUTURE.validation(ValidationSplit.IN_TIME, 0.05).early(3, 0);
        final var refusal = assertThrows(UnusableDataException.class, () -> setup.train(sine(9)));

        assertEquals(
                "Early stopping needs a part that is held back from learning, but the validation fraction 0.05 of the"
                        + " table holds nothing with a known target to predict.",
                refusal.problem());
    }

    @Test
    void aTrainingThatGoesOnAndGetsWorseGivesBackWhatItBeganWith() {
        final var measured = FUTURE.validation(ValidationSplit.IN_TIME, 0.3);
        final var model = measured.epochs(30, 0.02).train(sine(60));
        final var worse = on(model, measured.epochs(20, 1.5).early(2, 0), sine(60), false);

        assertArrayEquals(parameters(model, 0), parameters(worse, 0));
        assertEquals(30, worse.networks().get(0).state().epochs());
        assertEquals(30, worse.networks().get(0).bestEpoch());
    }

    @Test
    void aScheduleThatBeginsAnewBeginsWithItsFirstRate() {
        final var setup = FUTURE.epochs(4)
                .learningRate(
                        new LearningRateSettings(0.1, new ScheduleSettings(ScheduleType.STEP, 0.5, 2, 0, 1), false));
        final var model = setup.train(sine(20));
        final var anew = on(model, setup, sine(20), false);
        final var kept = on(anew, setup, sine(20), true);

        final var rates = kept.networks().get(0).history().stream()
                .mapToDouble(EpochRecord::learningRate)
                .toArray();
        assertArrayEquals(
                new double[] {0.1, 0.1, 0.05, 0.05, 0.1, 0.1, 0.05, 0.05, 0.025, 0.025, 0.0125, 0.0125}, rates, 1e-12);
    }

    @Test
    void networksOfNeighbouringSeedsHaveNothingInCommon() {
        final var one = FUTURE.networks(3).epochs(1).seed(1).train(sine(20));
        final var two = FUTURE.networks(3).epochs(1).seed(2).train(sine(20));

        for (int left = 0; left < 3; left++) {
            for (int right = 0; right < 3; right++) {
                assertFalse(Arrays.equals(parameters(one, left), parameters(two, right)), left + ", " + right);
            }
        }
    }

    @Test
    void aModelWhoseErrorIsBeyondAllNumbersCanBeSaved() throws IOException {
        // The exponential of what is written is beyond all numbers, the loss of the logarithms is not.
        final var values = new double[30];
        Arrays.setAll(values, row -> Math.exp(500 * Math.sin(row)));
        final var setup = FUTURE.transform(new TargetTransform(true, true, Optional.empty(), WindowLevel.NONE))
                .validation(ValidationSplit.IN_TIME, 0.3)
                .epochs(3, 1);
        final var model = setup.train(table(numbers("value", values)));

        assertTrue(model.networks().get(0).history().stream()
                .anyMatch(epoch -> epoch.metric().isEmpty()));
        assertEquals(
                model.networks().get(0).history(),
                ModelBytes.saved(model).networks().get(0).history());
    }

    @Test
    void aBatchWithoutATargetMovesNothing() {
        // Sequences of one row a batch: those without a target would move the weights by momentum and decay alone.
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"))
                .batchSize(1)
                .epochs(3)
                .optimizer(new OptimizerSettings(OptimizerType.ADAMW, 0.5, 0, false));
        final var some = table(
                lists("x", new double[] {1, 2}, new double[] {3, 1}, new double[] {2, 2}),
                lists("y", new double[] {1, 0}, new double[] {Double.NaN, Double.NaN}, new double[] {
                    Double.NaN, Double.NaN
                }));
        final var model = setup.train(some);

        // Of three batches an epoch, one alone is learned from.
        assertEquals(3, model.networks().get(0).state().optimizer().steps());
        assertTrue(model.networks().get(0).history().stream().allMatch(epoch -> epoch.trainingLoss() > 0));
    }
}
