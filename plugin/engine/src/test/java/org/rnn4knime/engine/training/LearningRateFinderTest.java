package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.table;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;

class LearningRateFinderTest {

    private static final Setup SETUP =
            Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value")).epochs(10);

    private static final Setup FINDING = finding(SETUP);

    /** The rate of the settings is so low that nothing is learned if it is read. */
    private static Setup finding(final Setup setup) {
        return setup.learningRate(new LearningRateSettings(1e-9, ScheduleSettings.CONSTANT, true));
    }

    private static double found(final Setup setup, final Table table) {
        return setup.train(table).networks().get(0).state().learningRate();
    }

    private static double loss(final Setup setup) {
        final var history = setup.train(sine(100)).networks().get(0).history();
        return history.get(history.size() - 1).trainingLoss();
    }

    /** Of a training that runs away it is infinite. */
    private static double lossAt(final Setup setup, final double rate) {
        try {
            return loss(setup.learningRate(LearningRateSettings.constant(rate)));
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRateTrainsWellAndMuchHigherOnesDoNot(final OptimizerType type) {
        final var setup = SETUP.optimizer(new OptimizerSettings(type, 0, type == OptimizerType.SGD ? 0.9 : 0, false));
        final var loss = loss(finding(setup));
        final var rate = found(finding(setup), sine(100));

        assertTrue(loss < 0.25, () -> loss + " at the rate " + rate);
        // What the settings say is not read.
        assertTrue(lossAt(setup, 1e-9) > 2 * loss);
        assertTrue(lossAt(setup, Math.min(LearningRateSettings.MOST, 100 * rate)) > 2 * loss, () -> "rate " + rate);
    }

    @Test
    void theRateIsATenthOfTheOneWithTheSmallestSmoothedLoss() {
        final var setup = FINDING.plainDescent().batchSize(1000);
        final var found = found(setup, sine(100));
        try (var hand = new HandMade(setup, sine(100))) {
            final var batch = hand.batches(1).get(0);
            final var gradient = new float[hand.parameters().length];
            double best = Double.POSITIVE_INFINITY;
            double expected = 0;
            double numerator = 0;
            double denominator = 0;
            for (int step = 0; step < 100; step++) {
                final var rate = Math.pow(10, -5 + 5.0 * step / 99);
                numerator = 0.9 * numerator + hand.learn(batch, gradient);
                denominator = 0.9 * denominator + 1;
                if (numerator / denominator < best) {
                    best = numerator / denominator;
                    expected = rate / 10;
                }
                for (int index = 0; index < gradient.length; index++) {
                    hand.parameters()[index] -= (float) rate * gradient[index];
                }
            }
            assertEquals(expected, found, 1e-9);
        }
    }

    @Test
    void theRatesRiseByTheSameFactorFromTheLowestToTheHighest() {
        assertEquals(1e-5, LearningRateFinder.rate(0), 1e-18);
        assertEquals(1, LearningRateFinder.rate(99), 1e-12);
        for (int step = 1; step < 99; step++) {
            assertEquals(
                    LearningRateFinder.rate(step) / LearningRateFinder.rate(step - 1),
                    LearningRateFinder.rate(step + 1) / LearningRateFinder.rate(step),
                    1e-12);
        }
    }

    @Test
    void theSameSeedFindsTheSame() {
        assertEquals(found(FINDING, sine(60)), found(FINDING, sine(60)));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 12, 200})
    void theRateLiesWithinBounds(final int rows) {
        for (long seed = 0; seed < 3; seed++) {
            final var rate = found(FINDING.epochs(1).seed(seed), sine(rows));
            assertTrue(rate >= 1e-5 && rate <= 0.1 + 1e-12, () -> "rate " + rate);
        }
    }

    @Test
    void aConstantHasARateToo() {
        final var rate = found(FINDING, table(numbers("value", 7, 7, 7, 7, 7, 7, 7)));
        assertTrue(rate >= 1e-5 && rate <= 0.1 + 1e-12, () -> "rate " + rate);
    }

    @Test
    void whereTheFirstStepRunsAwayTheRateIsTheLowest() {
        final var huge = IntStream.range(0, 30)
                .mapToDouble(row -> 1e300 * Math.sin(row + 1))
                .toArray();
        final var setup = FINDING.normalization(Normalization.NONE);
        final var exception = assertThrows(DivergedException.class, () -> setup.train(table(numbers("value", huge))));

        // The training itself runs away at this rate.
        assertTrue(
                exception.problem().contains("at the learning rate " + NumberColumn.text(1e-5) + ":"),
                exception::problem);
    }

    @Test
    void theScheduleBeginsWithTheRateAndAllNetworksHaveIt() {
        final var settings =
                new LearningRateSettings(1e-9, new ScheduleSettings(ScheduleType.STEP, 0.5, 1, 0, 1), true);
        final var networks = SETUP.epochs(3)
                .networks(3)
                .learningRate(settings)
                .train(sine(60))
                .networks();
        final var rate = found(FINDING, sine(60));
        for (final TrainedNetwork network : networks) {
            assertEquals(rate, network.state().learningRate());
            assertEquals(rate, network.history().get(0).learningRate());
            assertEquals(rate / 4, network.history().get(2).learningRate());
        }
    }

    @Test
    void theTrialLeavesNoTrace() {
        final var found = FINDING.train(sine(60)).networks().get(0);
        final var rate = LearningRateSettings.constant(found.state().learningRate());

        assertArrayEquals(
                SETUP.learningRate(rate).train(sine(60)).networks().get(0).parameters(), found.parameters());
    }

    @Test
    void aTrainingThatGoesOnKeepsTheRate() {
        final RnnModel model = FINDING.train(sine(60));
        final var other = Trainer.train(
                        TrainingJob.of(sine(90), FINDING.settings()).continuing(model, true), TrainingListener.NONE)
                .model();

        assertEquals(
                model.networks().get(0).state().learningRate(),
                other.networks().get(0).state().learningRate());
    }
}
