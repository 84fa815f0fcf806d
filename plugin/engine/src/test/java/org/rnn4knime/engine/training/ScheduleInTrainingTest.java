package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.sine;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.ScheduleSettings;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** The schedule tells the rates of a training. */
class ScheduleInTrainingTest {

    private static final double FIRST = 0.1;

    /** 27 windows: 4 batches an epoch. */
    private static final Setup SETUP =
            Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value")).batchSize(8);

    private static Setup schedule(final ScheduleType type, final int warmup) {
        return SETUP.learningRate(
                new LearningRateSettings(FIRST, new ScheduleSettings(type, 0.5, 2, warmup, 1), false));
    }

    private static List<EpochRecord> history(final Setup setup) {
        return setup.train(sine(30)).networks().get(0).history();
    }

    @Test
    void theHistoryShowsTheRateOfTheLastBatchOfEachEpoch() {
        assertEquals(
                List.of(FIRST, FIRST, FIRST / 2, FIRST / 2, FIRST / 4),
                history(schedule(ScheduleType.STEP, 0).epochs(5)).stream()
                        .map(EpochRecord::learningRate)
                        .toList());
        final var cosine = history(schedule(ScheduleType.COSINE, 1).epochs(3));
        assertEquals(FIRST, cosine.get(0).learningRate(), 1e-15);
        assertEquals(FIRST * (1 + Math.cos(Math.PI * 3 / 8)) / 2, cosine.get(1).learningRate(), 1e-15);
        assertEquals(FIRST * (1 + Math.cos(Math.PI * 7 / 8)) / 2, cosine.get(2).learningRate(), 1e-15);
    }

    @Test
    void aPlateauIsOneOfTheValidationLoss() {
        final var setup = schedule(ScheduleType.PLATEAU, 0).validation(ValidationSplit.IN_TIME, 0.3);
        double best = Double.POSITIVE_INFINITY;
        double rate = FIRST;
        for (final var epoch : history(setup.epochs(25))) {
            assertEquals(rate, epoch.learningRate());
            // The patience is 1.
            if (epoch.validationLoss().orElseThrow() < best) {
                best = epoch.validationLoss().orElseThrow();
            } else {
                rate /= 2;
            }
        }
        assertTrue(rate < FIRST, "no epoch was worse than one before");
    }

    @Test
    void withoutAValidationPartAPlateauIsOneOfTheTrainingLoss() {
        double best = Double.POSITIVE_INFINITY;
        double rate = FIRST;
        for (final var epoch : history(schedule(ScheduleType.PLATEAU, 0).epochs(40))) {
            assertEquals(rate, epoch.learningRate());
            if (epoch.trainingLoss() < best) {
                best = epoch.trainingLoss();
            } else {
                rate /= 2;
            }
        }
        assertTrue(rate < FIRST, "no epoch was worse than one before");
    }

    @Test
    void gradientDescentMovesByTheRateOfEachBatch() {
        for (final var type : ScheduleType.values()) {
            if (type != ScheduleType.PLATEAU) {
                final var setup = schedule(type, 2).plainDescent().epochs(6);
                assertArrayEquals(
                        handMade(setup, type),
                        setup.train(sine(30)).networks().get(0).parameters(),
                        type::name);
            }
        }
    }

    private static float[] handMade(final Setup setup, final ScheduleType type) {
        try (var hand = new HandMade(setup, sine(30))) {
            for (int epoch = 1; epoch <= 6; epoch++) {
                final var batches = hand.batches(epoch);
                for (int batch = 0; batch < batches.size(); batch++) {
                    final var gradient = hand.gradient(batches.get(batch));
                    final var rate = (float) rate(type, epoch, batch);
                    for (int index = 0; index < gradient.length; index++) {
                        hand.parameters()[index] -= rate * gradient[index];
                    }
                }
            }
            return hand.parameters();
        }
    }

    private static double rate(final ScheduleType type, final int epoch, final int batch) {
        final var done = (epoch - 1) * 4 + batch;
        return switch (type) {
            case CONSTANT, PLATEAU -> FIRST;
            case STEP -> epoch <= 2 ? FIRST : epoch <= 4 ? FIRST / 2 : FIRST / 4;
            case COSINE -> done < 8 ? FIRST * (done + 1) / 8 : FIRST * (1 + Math.cos(Math.PI * (done - 8) / 16)) / 2;
        };
    }
}
