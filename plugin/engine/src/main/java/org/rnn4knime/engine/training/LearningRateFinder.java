package org.rnn4knime.engine.training;

import java.util.Random;
import java.util.SplittableRandom;
import org.rnn4knime.engine.network.RnnNetwork;

/**
 * Finds a learning rate by a range test (Smith 2017, section 3.3): a network learns from batch after batch while the rate rises, until its
 * loss does. The rate is a tenth of the one with the smallest smoothed loss, as in fastai (Howard and Gugger 2020). The network of the trial is
 * thrown away.
 */
final class LearningRateFinder {

    /** The rate of the first batch. */
    static final double LOWEST = 1e-5;

    /** The rate of the last batch, if the loss lets it come so far. */
    static final double HIGHEST = 1;

    private static final int STEPS = 100;

    /** The share of the mean before that the smoothed loss keeps. */
    private static final double SMOOTHING = 0.9;

    /** The trial ends where the loss is so many times the smallest one. */
    private static final double BLOWN_UP = 4;

    private static final double MARGIN = 10;

    private final Lesson lesson;

    private final NetworkTraining.Start start;

    private LearningRateFinder(final Lesson lesson, final NetworkTraining.Start start) {
        this.lesson = lesson;
        this.start = start;
    }

    /**
     * The rate for networks that begin like this one.
     *
     * @param limit ends the trial
     * @param check is run at every time step; what it throws ends the training
     */
    static double find(
            final Lesson lesson,
            final NetworkTraining.Start start,
            final int threads,
            final TimeLimit limit,
            final Runnable check) {
        return new LearningRateFinder(lesson, start).find(threads, limit, check);
    }

    private double find(final int threads, final TimeLimit limit, final Runnable check) {
        final var losses = new Smoothed();
        final var batches = new Batches(lesson.learned(), lesson.settings().batchSize());
        final var parameters = start.parameters().clone();
        final var optimizer =
                Optimizers.of(lesson.settings().optimizer(), start.state().optimizer());
        final var learning = new BatchLearning(lesson, parameters, optimizer, check);
        final var random = new SplittableRandom(start.seed());
        try (var network = RnnNetwork.of(lesson.plan(), parameters, threads)) {
            for (int step = 0; step < STEPS && !losses.isBlownUp() && !limit.isOver(); step++) {
                if (step % batches.count() == 0) {
                    batches.shuffle(new Random(random.nextLong()));
                }
                final var totals = new EpochTotals(learning.layers());
                final var rate = rate(step);
                learning.learn(
                        network, batches.get(step % batches.count()), new BatchLearning.Step(1, rate, random), totals);
                if (!totals.isEmpty()) {
                    losses.add(totals.loss(), rate);
                }
            }
        } catch (DivergedException e) {
            // So the rate was far too high; what was best is known by now, for no training runs away at the lowest
            // rates.
        }
        return Math.max(LOWEST, losses.bestRate / MARGIN);
    }

    /** Rates that rise by the same factor from step to step. */
    static double rate(final int step) {
        return LOWEST * StrictMath.pow(HIGHEST / LOWEST, (double) step / (STEPS - 1));
    }

    /** A mean of the losses that forgets. */
    private static final class Smoothed {

        private double mean;

        private int count;

        private double smallest = Double.POSITIVE_INFINITY;

        private double bestRate = LOWEST;

        private boolean isBlownUp;

        void add(final double loss, final double rate) {
            count++;
            mean = SMOOTHING * mean + (1 - SMOOTHING) * loss;
            final var smoothed = mean / (1 - StrictMath.pow(SMOOTHING, count));
            isBlownUp = smoothed > BLOWN_UP * smallest;
            if (smoothed < smallest) {
                smallest = smoothed;
                bestRate = rate;
            }
        }

        boolean isBlownUp() {
            return isBlownUp;
        }
    }
}
