package org.rnn4knime.engine.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.model.TrainingState;
import org.rnn4knime.engine.network.Ensemble;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.kernel.SliceThreads;

/** Trains all networks of a model: several at once, if there are threads for that. */
final class EnsembleTraining {

    private final TrainingJob job;

    private final Lesson lesson;

    private final TimeLimit limit;

    private final int networks;

    private final int atOnce;

    private final Watch watch;

    /**
     * A training.
     *
     * @param limit how long all may take
     */
    EnsembleTraining(
            final TrainingJob job, final Lesson lesson, final TimeLimit limit, final TrainingListener listener) {
        this.job = job;
        this.lesson = lesson;
        this.limit = limit;
        this.networks = lesson.settings().numNetworks();
        this.atOnce = atOnce(job);
        final var before = before();
        this.watch = new Watch(
                listener,
                networks,
                new Batches(lesson.learned(), lesson.settings().batchSize()).count(),
                limit,
                new Watch.Place(
                        0, before + 1, before + lesson.settings().epochs(), 0, Double.NaN, OptionalDouble.empty()));
    }

    /** The networks that are trained at the same time. */
    static int atOnce(final TrainingJob job) {
        return Math.min(job.threads(), job.settings().training().numNetworks());
    }

    /** Trains the networks; what one of them throws ends all. */
    List<NetworkTraining.Outcome> train() {
        final var outcomes = new NetworkTraining.Outcome[networks];
        final var rate = learningRate();
        SliceThreads.run(networks, atOnce, watch::pulse, (number, pulse) -> {
            final Runnable check = () -> {
                pulse.run();
                watch.pulse();
            };
            // Those that still wait for their turn are left as much time each.
            final var turns = (networks - number + atOnce - 1) / atOnce;
            outcomes[number] = new NetworkTraining(lesson, start(number, rate), limit.share(turns), watch, check)
                    .train(threads(number));
        });
        return List.of(outcomes);
    }

    /** The threads that compute a network: shared by those of its turn. */
    private int threads(final int number) {
        final var together = Math.min(atOnce, networks - number / atOnce * atOnce);
        return Math.max(1, job.threads() / together);
    }

    /** The rate to begin with. */
    private double learningRate() {
        final var rates = lesson.settings().learningRate();
        if (!rates.find()) {
            return rates.rate();
        }
        return job.continued()
                .filter(some -> some.keepsOptimizer()
                        && some.model().settings().training().learningRate().find())
                .map(some -> some.model().networks().get(0).state().learningRate())
                .orElseGet(() ->
                        LearningRateFinder.find(lesson, start(0, rates.rate()), job.threads(), limit, watch::pulse));
    }

    private NetworkTraining.Start start(final int number, final double rate) {
        return job.continued().map(some -> laterStart(number, rate, some)).orElseGet(() -> firstStart(number, rate));
    }

    /** A network's own seed: the first one has that of the settings. */
    private long seed(final int number) {
        final var seed = lesson.settings().seed();
        // Mixed before the number is added, or the networks of neighbouring seeds would be the same.
        return number == 0 ? seed : new SplittableRandom(new SplittableRandom(seed).nextLong() + number).nextLong();
    }

    private NetworkTraining.Start firstStart(final int number, final double rate) {
        final var parameters = Parameters.initial(lesson.plan(), new Random(seed(number)).nextLong(), watch::pulse);
        final var state = new TrainingState(
                0,
                0,
                rate,
                TrainingState.Plateau.START,
                Optimizers.initial(lesson.settings().optimizer(), parameters.length));
        return new NetworkTraining.Start(number, seed(number), parameters, state, List.of(), List.of());
    }

    private NetworkTraining.Start laterStart(
            final int number, final double rate, final TrainingJob.Continued continued) {
        final var network = continued.model().networks().get(number);
        final var before = network.state();
        final var state = continued.keepsOptimizer()
                ? new TrainingState(before.epochs(), before.scheduleStart(), rate, before.plateau(), before.optimizer())
                : new TrainingState(
                        before.epochs(),
                        before.epochs(),
                        rate,
                        TrainingState.Plateau.START,
                        Optimizers.initial(lesson.settings().optimizer(), network.parameters().length));
        return new NetworkTraining.Start(
                number,
                seed(number),
                network.parameters(),
                state,
                // Of a training that ended early, the epochs after the best one are gone.
                network.history().stream()
                        .filter(epoch -> epoch.epoch() <= before.epochs())
                        .toList(),
                network.reach().stream()
                        .filter(reach -> reach.epoch() <= before.epochs())
                        .toList());
    }

    /** What all networks together are measured as. */
    OptionalDouble metric(final List<TrainedNetwork> trained) {
        if (trained.size() == 1) {
            final var kept = trained.get(0).state().epochs();
            final var known = trained.get(0).history().stream()
                    .filter(epoch -> epoch.epoch() == kept && epoch.metric().isPresent())
                    .map(EpochRecord::metric)
                    .findFirst();
            if (known.isPresent() && kept > before()) {
                return known.get();
            }
        }
        try (var ensemble = Ensemble.of(
                lesson.plan(), trained.stream().map(TrainedNetwork::parameters).toList(), job.threads())) {
            return lesson.examination()
                    .of(batch -> ensemble.predict(batch.inputs(), batch.lengths(), watch::pulse), () -> false)
                    .metric();
        }
    }

    /** The epochs that were done before. */
    private int before() {
        return job.continued()
                .map(some -> some.model().networks().get(0).state().epochs())
                .orElse(0);
    }
}
