package org.rnn4knime.engine.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.TrainingState;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Trains one network from its first epoch to its last. */
final class NetworkTraining {

    private static final int SHUFFLING = 1;

    private static final int DROPPING = 2;

    private final Lesson lesson;

    private final TrainingSettings settings;

    private final Start start;

    private final TimeLimit limit;

    private final Watch watch;

    private final Runnable check;

    private final Batches batches;

    private final float[] parameters;

    private final Optimizer optimizer;

    private final BatchLearning learning;

    private final LearningRateSchedule schedule;

    private final BestWeights best;

    private final List<EpochRecord> history;

    private final List<GradientReach> reach;

    private OptionalDouble validationLoss = OptionalDouble.empty();

    private int epochsDone;

    private int batchesDone;

    /**
     * A training.
     *
     * @param limit how long it may take
     * @param watch is told how it goes
     * @param check is run at every time step; what it throws ends the training
     */
    NetworkTraining(
            final Lesson lesson, final Start start, final TimeLimit limit, final Watch watch, final Runnable check) {
        this.lesson = lesson;
        this.settings = lesson.settings();
        this.start = start;
        this.epochsDone = start.state().epochs();
        this.limit = limit;
        this.watch = watch;
        this.check = check;
        this.batches = new Batches(lesson.learned(), settings.batchSize());
        this.parameters = start.parameters().clone();
        this.optimizer = Optimizers.of(settings.optimizer(), start.state().optimizer());
        this.learning = new BatchLearning(lesson, parameters, optimizer, check);
        this.schedule = new LearningRateSchedule(
                settings.learningRate().schedule(),
                start.state().learningRate(),
                new LearningRateSchedule.Run(
                        start.state().scheduleStart(), start.state().epochs(), settings.epochs(), batches.count()),
                start.state().plateau());
        final var stopping = settings.stopping();
        this.best = new BestWeights(stopping.early(), lesson.examination().isHeldBack() && stopping.keepsBest());
        this.history = new ArrayList<>(start.history());
        this.reach = new ArrayList<>(start.reach());
    }

    /**
     * Where a training begins.
     *
     * @param number of the network, counted from 0
     * @param seed of what is random
     * @param parameters to begin with; not changed
     * @param state of trainings before
     * @param history of trainings before
     * @param reach of trainings before
     */
    record Start(
            int number,
            long seed,
            float[] parameters,
            TrainingState state,
            List<EpochRecord> history,
            List<GradientReach> reach) {}

    /**
     * What a training leads to.
     *
     * @param network that was trained
     * @param warning a sentence for the user, if the training did not go to its end
     */
    record Outcome(TrainedNetwork network, Optional<String> warning) {}

    /** Why a training ends. */
    private enum Ending {
        LAST_EPOCH,
        NO_IMPROVEMENT,
        TIME
    }

    /**
     * Trains the network.
     *
     * @param threads that compute at once
     * @throws DivergedException if the loss is no finite number any more, unless the best weights before are kept
     */
    Outcome train(final int threads) {
        try (var network = RnnNetwork.of(lesson.plan(), parameters, threads)) {
            begin(network);
            try {
                return outcome(network, epochs(network));
            } catch (DivergedException e) {
                final var kept = best.kept().orElseThrow(() -> e);
                return outcome(
                        network, kept, Optional.of(e.withBest(kept.state().epochs())));
            }
        }
    }

    /** What a training begins with is measured too: it may be the best that there will be. */
    private void begin(final RnnNetwork network) {
        final var before = start.state().epochs();
        if (before == 0) {
            lesson.reach().measure(network, 0, false, check).ifPresent(reach::add);
        } else {
            final var loss = examine(network).loss();
            loss.ifPresent(some -> best.epochEnded(before, some, this::weights));
        }
    }

    private Outcome outcome(final RnnNetwork network, final Ending ending) {
        final var restores =
                ending != Ending.LAST_EPOCH || settings.stopping().early().isPresent();
        final var kept = restores ? best.kept().orElseGet(this::weights) : weights();
        return outcome(network, kept, ending == Ending.TIME ? Optional.of(stoppedByTime(kept)) : Optional.empty());
    }

    private Outcome outcome(final RnnNetwork network, final BestWeights.Kept kept, final Optional<String> warning) {
        report(epochsDone, batchesDone, history.isEmpty() ? 0 : last().trainingLoss(), 1);
        final var epoch = kept.state().epochs();
        if (epoch < epochsDone) {
            network.setParameters(kept.parameters());
        }
        reach.removeIf(some -> some.epoch() > epoch);
        if (reach.stream().noneMatch(some -> some.epoch() == epoch)) {
            lesson.reach().measure(network, epoch, true, check).ifPresent(reach::add);
        }
        final var bestEpoch = best.epoch() > 0 ? best.epoch() : epoch;
        return new Outcome(new TrainedNetwork(kept.parameters(), history, bestEpoch, reach, kept.state()), warning);
    }

    private String stoppedByTime(final BestWeights.Kept kept) {
        return "The longest training time of "
                + TimeLimit.words(settings.stopping().maxMinutes().orElseThrow()) + " ended the training in epoch "
                + epochsDone + " of " + end() + ". The weights of "
                + (kept.state().epochs() < epochsDone
                        ? "epoch " + kept.state().epochs() + ", the best until then, are kept."
                        : "that moment are kept.");
    }

    /** A copy of the weights as they are now. */
    private BestWeights.Kept weights() {
        final var before = start.state();
        final var state = new TrainingState(
                epochsDone, before.scheduleStart(), before.learningRate(), schedule.plateau(), optimizer.state());
        return new BestWeights.Kept(parameters.clone(), state);
    }

    private EpochRecord last() {
        return history.get(history.size() - 1);
    }

    private int end() {
        return start.state().epochs() + settings.epochs();
    }

    private Examination.Result examine(final RnnNetwork network) {
        return lesson.examination().of(batch -> network.predict(batch.inputs(), batch.lengths(), check), limit::isOver);
    }

    private Ending epochs(final RnnNetwork network) {
        while (epochsDone < end()) {
            final var begin = System.nanoTime();
            final var epoch = ++epochsDone;
            final var totals = learn(network, epoch);
            final var result = limit.isOver() ? Examination.Result.NOTHING : examine(network);
            validationLoss = result.loss();
            final var measured = validationLoss.orElse(totals.loss());
            if (!Double.isFinite(measured)) {
                throw DivergedException.of(epoch, totals.learningRate(), measured, settings);
            }
            history.add(totals.record(epoch, result, millis(begin)));
            if (limit.isOver()) {
                return Ending.TIME;
            }
            schedule.epochEnded(measured);
            best.epochEnded(epoch, measured, this::weights);
            lesson.reach().measure(network, epoch, false, check).ifPresent(reach::add);
            report(epoch, batches.count(), totals.loss(), fraction(epoch, batches.count()));
            if (best.isOver()) {
                return Ending.NO_IMPROVEMENT;
            }
            if (limit.isOver() && epoch < end()) {
                return Ending.TIME;
            }
        }
        return Ending.LAST_EPOCH;
    }

    /** All batches once, or those that there is time for; at least one. */
    private EpochTotals learn(final RnnNetwork network, final int epoch) {
        // Nothing but the seed and the epoch counts, so that a training can go on where another one ended.
        batches.shuffle(new Random(seed(SHUFFLING, epoch)));
        final var dropping = new SplittableRandom(seed(DROPPING, epoch));
        final var totals = new EpochTotals(learning.layers());
        batchesDone = 0;
        do {
            final var step = new BatchLearning.Step(epoch, schedule.rate(epoch, batchesDone), dropping);
            learning.learn(network, batches.get(batchesDone), step, totals);
            batchesDone++;
            report(epoch, batchesDone, totals.loss(), fraction(epoch, batchesDone));
        } while (batchesDone < batches.count() && !limit.isOver());
        if (totals.isEmpty() && batchesDone == batches.count()) {
            throw new UnusableDataException(
                    "There is nothing to learn: no window has a known target whose class counts.",
                    "Give more rows with a target, or give the classes weights above 0.");
        }
        return totals;
    }

    private long seed(final int purpose, final int epoch) {
        return new SplittableRandom(start.seed() ^ ((long) purpose << Integer.SIZE | epoch)).nextLong();
    }

    private double fraction(final int epoch, final int batch) {
        return (epoch - 1 - start.state().epochs() + (double) batch / batches.count()) / settings.epochs();
    }

    private void report(final int epoch, final int batch, final double loss, final double fraction) {
        watch.report(new Watch.Place(start.number(), epoch, end(), batch, loss, validationLoss), fraction);
    }

    private static long millis(final long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
