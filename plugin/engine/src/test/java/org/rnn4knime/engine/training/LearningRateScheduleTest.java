package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.model.TrainingState.Plateau;
import org.rnn4knime.engine.training.LearningRateSchedule.Run;

class LearningRateScheduleTest {

    private static final double FIRST = 0.3;

    private static final int BATCHES = 4;

    private static LearningRateSchedule schedule(final ScheduleSettings settings, final Run run) {
        return new LearningRateSchedule(settings, FIRST, run, Plateau.START);
    }

    private static LearningRateSchedule plateau(final double factor, final int patience) {
        return schedule(
                new ScheduleSettings(ScheduleType.PLATEAU, factor, 1, 0, patience), new Run(0, 0, 1000, BATCHES));
    }

    private static LearningRateSchedule cosine(final int warmup, final Run run) {
        return schedule(new ScheduleSettings(ScheduleType.COSINE, 0.5, 1, warmup, 1), run);
    }

    /** The rates of all batches of a training. */
    private static List<Double> rates(final LearningRateSchedule schedule, final Run run) {
        final var rates = new ArrayList<Double>();
        for (int epoch = run.epochsBefore() + 1; epoch <= run.epochsBefore() + run.epochs(); epoch++) {
            for (int batch = 0; batch < run.batches(); batch++) {
                rates.add(schedule.rate(epoch, batch));
            }
        }
        return rates;
    }

    /** The rate at the beginning of each epoch, and the one behind the last. */
    private static List<Double> rates(final LearningRateSchedule schedule, final double... losses) {
        final var rates = new ArrayList<Double>();
        for (int epoch = 1; epoch <= losses.length; epoch++) {
            rates.add(schedule.rate(epoch, 0));
            schedule.epochEnded(losses[epoch - 1]);
        }
        rates.add(schedule.rate(losses.length + 1, 0));
        return rates;
    }

    @Test
    void aConstantRateStays() {
        final var run = new Run(0, 3, 50, BATCHES);
        for (final var rate : rates(schedule(ScheduleSettings.CONSTANT, run), run)) {
            assertEquals(FIRST, rate);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 100})
    void stepsMultiplyAfterSoManyEpochsWhateverTheBatch(final int stepEpochs) {
        final var run = new Run(0, 0, 20, BATCHES);
        final var rates = rates(schedule(new ScheduleSettings(ScheduleType.STEP, 0.7, stepEpochs, 0, 1), run), run);
        double expected = FIRST;
        for (int epoch = 0; epoch < 20; epoch++) {
            if (epoch > 0 && epoch % stepEpochs == 0) {
                expected *= 0.7;
            }
            for (int batch = 0; batch < BATCHES; batch++) {
                assertEquals(expected, rates.get(epoch * BATCHES + batch), 1e-15);
            }
        }
    }

    @Test
    void stepsGoOnWhereATrainingIsContinued() {
        final var settings = new ScheduleSettings(ScheduleType.STEP, 0.7, 3, 0, 1);
        final var whole = rates(schedule(settings, new Run(0, 0, 20, BATCHES)), new Run(0, 0, 20, BATCHES));
        final var rest = new Run(0, 8, 12, BATCHES);

        assertEquals(whole.subList(8 * BATCHES, 20 * BATCHES), rates(schedule(settings, rest), rest));
    }

    @Test
    void theCosineFallsFromTheFirstRateToNearZeroAtTheLastBatch() {
        final var run = new Run(0, 0, 5, BATCHES);
        final var rates = rates(cosine(0, run), run);
        final var all = 5 * BATCHES;
        for (int batch = 0; batch < all; batch++) {
            // The half angle's square: (1 + cos x) / 2.
            assertEquals(FIRST * Math.pow(Math.cos(Math.PI * batch / all / 2), 2), rates.get(batch), 1e-15);
        }
        assertEquals(FIRST, rates.get(0));
        assertTrue(rates.get(all - 1) > 0 && rates.get(all - 1) < 0.01 * FIRST);
    }

    @Test
    void theWarmUpRisesInAStraightLineToTheFirstRateAndTheWaveFollows() {
        final var run = new Run(0, 0, 5, BATCHES);
        final var rates = rates(cosine(2, run), run);
        for (int batch = 0; batch < 8; batch++) {
            assertEquals(FIRST / 8 * (batch + 1), rates.get(batch), 1e-15);
        }
        assertEquals(FIRST, rates.get(7), 1e-15);
        for (int batch = 0; batch < 12; batch++) {
            assertEquals(FIRST * Math.pow(Math.cos(Math.PI * batch / 24), 2), rates.get(8 + batch), 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 1_000_000})
    void aWarmUpAsLongAsTheTrainingOrLongerFillsIt(final int warmup) {
        final var run = new Run(0, 0, 5, BATCHES);
        final var rates = rates(cosine(warmup, run), run);
        for (int batch = 0; batch < 20; batch++) {
            assertEquals(FIRST / 20 * (batch + 1), rates.get(batch), 1e-15);
        }
    }

    @Test
    void theCosineBeginsAnewWhereATrainingIsContinued() {
        final var first = new Run(0, 0, 5, BATCHES);
        final var second = new Run(0, 7, 5, BATCHES);

        assertEquals(rates(cosine(1, first), first), rates(cosine(1, second), second));
    }

    @Test
    void theLongestTrainingHasARateAtItsEnd() {
        final var run = new Run(0, 0, 1_000_000, 1_000_000);
        final var rate = cosine(0, run).rate(1_000_000, 999_999);

        assertTrue(rate >= 0 && rate < 1e-12, () -> "rate " + rate);
        assertEquals(FIRST / 2, cosine(0, run).rate(500_001, 0), 1e-12);
    }

    @Test
    void aPlateauMultipliesWhenTheLossHasNotImprovedForThePatience() {
        assertEquals(
                List.of(FIRST, FIRST, FIRST, FIRST, FIRST * 0.5, FIRST * 0.5, FIRST * 0.5),
                rates(plateau(0.5, 3), 1, 2, 1.5, 1.1, 0.9, 2));
    }

    @Test
    void aTieIsNoImprovement() {
        assertEquals(
                List.of(FIRST, FIRST, FIRST, FIRST * 0.5, FIRST * 0.5, FIRST * 0.25),
                rates(plateau(0.5, 2), 1, 1, 1, 1, 1));
    }

    @Test
    void anImprovementWaitsAnew() {
        assertEquals(
                List.of(FIRST, FIRST, FIRST, FIRST, FIRST, FIRST * 0.5),
                rates(plateau(0.5, 2), 3, 3, 2.999999, 5, 2.999999));
    }

    /** By a second way to tell: what happened since the last improvement or reduction is counted from the list. */
    @Test
    void aPlateauFollowsItsRuleForAnyLosses() {
        final var random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            final var patience = 1 + random.nextInt(4);
            final var losses = random.ints(30, 0, 6).asDoubleStream().toArray();
            final var schedule = plateau(0.5, patience);
            double factor = 1;
            int since = 0;
            for (int epoch = 0; epoch < losses.length; epoch++) {
                schedule.epochEnded(losses[epoch]);
                boolean isBest = true;
                for (int before = 0; before < epoch; before++) {
                    isBest &= losses[epoch] < losses[before];
                }
                if (isBest) {
                    since = epoch;
                } else if (epoch - since == patience) {
                    factor /= 2;
                    since = epoch;
                }
                assertEquals(FIRST * factor, schedule.rate(epoch + 2, 3));
            }
        }
    }

    @Test
    void aPlateauIsNotForgottenWhereATrainingIsContinued() {
        final var losses = new double[] {3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 5, 5};
        final var whole = plateau(0.5, 3);
        final var settings = new ScheduleSettings(ScheduleType.PLATEAU, 0.5, 1, 0, 3);
        var pieces = plateau(0.5, 3);
        for (int epoch = 0; epoch < losses.length; epoch++) {
            whole.epochEnded(losses[epoch]);
            pieces.epochEnded(losses[epoch]);
            pieces = new LearningRateSchedule(settings, FIRST, new Run(0, epoch + 1, 5, BATCHES), pieces.plateau());
            assertEquals(whole.plateau(), pieces.plateau());
            assertEquals(whole.rate(epoch + 2, 0), pieces.rate(epoch + 2, 0));
        }
    }

    @Test
    void aRateThatIsReducedForeverIsANumber() {
        final var schedule = plateau(1e-3, 1);
        for (int epoch = 1; epoch < 1000; epoch++) {
            schedule.epochEnded(1);
            assertTrue(schedule.rate(epoch + 1, 0) >= 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STEP", "PLATEAU"})
    void aFactorOfOneChangesNothing(final ScheduleType type) {
        final var schedule = schedule(new ScheduleSettings(type, 1, 1, 0, 1), new Run(0, 0, 100, BATCHES));
        for (int epoch = 1; epoch <= 100; epoch++) {
            assertEquals(FIRST, schedule.rate(epoch, epoch % BATCHES));
            schedule.epochEnded(1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLATEAU")
    void onlyAPlateauLooksAtTheLoss(final ScheduleType type) {
        final var run = new Run(0, 0, 10, BATCHES);
        final var schedule = schedule(new ScheduleSettings(type, 0.5, 3, 2, 1), run);
        final var before = rates(schedule, run);
        for (int epoch = 0; epoch < 10; epoch++) {
            schedule.epochEnded(7);
        }

        assertEquals(before, rates(schedule, run));
        assertEquals(Plateau.START, schedule.plateau());
    }
}
