package org.rnn4knime.engine.training;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.model.Comparison;
import org.rnn4knime.engine.model.Provenance;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.Loss;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.TrainingDemand;
import org.rnn4knime.engine.runtime.Versions;
import org.rnn4knime.engine.sequence.Interrupts;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Learns a model from a table. */
public final class Trainer {

    /** Of windows that are learned from, few are enough to be measured by: what they say is too good anyway. */
    private static final int MOST_MEASURED = 200;

    private final TrainingJob job;

    private final TrainingListener listener;

    private final TimeLimit limit;

    private final TrainingData learned;

    private final Encoders encoders;

    private final EncodedSequences encoded;

    private final HeldBack held;

    private Trainer(final TrainingJob job, final TrainingListener listener) {
        job.settings().training().requireValidation(job.validation().isPresent());
        this.job = job;
        this.listener = listener;
        this.limit = TimeLimit.ofMinutes(job.settings().training().stopping().maxMinutes());
        this.learned =
                TrainingData.of(job.training(), job.settings(), job.validation().isEmpty());
        check();
        this.encoders = job.continued().map(some -> some.model().encoders()).orElseGet(learned::fit);
        check();
        if (job.continued().isPresent()) {
            encoders.requireTargets(learned.sequences());
        }
        this.encoded = encoders.encode(learned.sequences(), job.settings().ahead());
        this.held = job.validation().isPresent()
                ? HeldBack.of(job.validation().get(), job.settings(), encoders)
                : learned.heldBack(encoded);
    }

    private void check() {
        listener.checkCanceled();
        Interrupts.refuse();
    }

    /**
     * Trains a model, with a part of the table held back if the settings say so.
     *
     * @see #train(TrainingJob, TrainingListener)
     */
    public static TrainedModel train(
            final Table training, final RnnSettings settings, final TrainingListener listener) {
        return train(TrainingJob.of(training, settings), listener);
    }

    /**
     * Trains a model. The same tables, settings, versions and kind of processor give the same parameters, however many threads there
     * are.
     *
     * @param job what is to be trained
     * @param listener is told how it goes, and may cancel
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if a table does not hold what the settings need
     * @throws DivergedException if the loss is no finite number any more
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the listener cancels or the thread is interrupted
     */
    public static TrainedModel train(final TrainingJob job, final TrainingListener listener) {
        return new Trainer(job, listener).train();
    }

    private TrainedModel train() {
        final var lesson = lesson();
        final var training = new EnsembleTraining(job, lesson, limit, listener);
        final var outcomes = training.train();
        final var networks =
                outcomes.stream().map(NetworkTraining.Outcome::network).toList();
        final var model = new RnnModel(
                job.settings(),
                encoders,
                networks,
                comparison(lesson.examination(), training.metric(networks)),
                Optional.empty(),
                provenance());
        return new TrainedModel(model, warnings(model, lesson.examination(), outcomes));
    }

    private Lesson lesson() {
        final var settings = job.settings().training();
        final var plan = job.settings().plan(encoders);
        final var reader = learned.reader(encoded, plan);
        final var measured = held.reader(plan).orElseGet(() -> learned.sample(encoded, plan, MOST_MEASURED));
        requireMemory(plan, new Batches(reader, settings.batchSize()), measured);
        final var loss = loss(reader);
        final var isHeldBack = held.windows().size() > 0;
        final var measure =
                Measure.of(encoders.target(), isHeldBack ? held.sequences() : learned.sequences(), measured);
        final var examination = Examination.of(isHeldBack, plan.outputs().values(), loss, measure);
        requireLoss(examination);
        final var few = ReachSample.windows(settings, reader.windows().longest());
        return new Lesson(
                plan, settings, reader, examination, ReachSample.of(learned.sample(encoded, plan, few), loss), loss);
    }

    private void requireMemory(final NetworkPlan plan, final Batches batches, final BatchReader measured) {
        final var settings = job.settings().training();
        final var longest = Math.max(batches.longest(), measured.windows().longest());
        final var data = new TrainingDemand.Data(
                batches.windows(),
                measured.windows().size(),
                settings.batchSize(),
                longest,
                settings.backPropagation()
                        .tbpttLength()
                        .map(some -> Math.min(some, longest))
                        .orElse(longest));
        final var atOnce = EnsembleTraining.atOnce(job);
        MemoryCheck.require(
                plan,
                new TrainingDemand(
                        data,
                        Math.max(1, job.threads() / atOnce),
                        new TrainingDemand.Networks(settings.numNetworks(), atOnce),
                        Optimizers.arrays(settings.optimizer()),
                        settings.stopping().keepsBest()));
    }

    private void requireLoss(final Examination examination) {
        final var settings = job.settings().training();
        if (settings.stopping().early().isPresent() && !examination.hasLoss()) {
            throw new UnusableDataException(
                    "Early stopping needs a part that is held back from learning, but "
                            + (job.validation().isPresent()
                                    ? "the validation table"
                                    : "the validation fraction "
                                            + NumberColumn.text(
                                                    settings.validation().fraction())
                                            + " of the table")
                            + " holds nothing with a known target to predict.",
                    "Hold back more, or switch early stopping off.");
        }
    }

    private Loss loss(final BatchReader reader) {
        return encoders.target() instanceof ClassTarget target
                ? new CrossEntropy(ClassWeighing.of(
                        job.settings().training().classWeights(), target, reader, job.training(), this::check))
                : new SquaredError();
    }

    /** Empty if there is nothing to compare by. */
    private Optional<Comparison> comparison(final Examination examination, final OptionalDouble metric) {
        final var measure = examination.measure();
        return metric.isEmpty() || !Double.isFinite(metric.getAsDouble())
                ? Optional.empty()
                : new Baselines(learned.sequences(), encoded, learned.split())
                        .best(measure, this::check)
                        .map(baseline -> new Comparison(
                                measure.metric(), metric.getAsDouble(), baseline, examination.isHeldBack()));
    }

    private List<String> warnings(
            final RnnModel model, final Examination examination, final List<NetworkTraining.Outcome> outcomes) {
        final var warnings = new ArrayList<>(learned.warnings());
        job.continued()
                .flatMap(some -> learned.unknownClasses(encoders.target()))
                .ifPresent(warnings::add);
        warnings.addAll(held.warnings());
        if (examination.isHeldBack() && !examination.hasLoss()) {
            warnings.add("There is no validation loss: the target column \""
                    + encoders.target().column()
                    + "\" has no value that was learned anywhere in the part that is held back.");
        }
        warnings.addAll(endings(outcomes));
        warnings.addAll(ModelWarnings.of(model));
        return warnings;
    }

    /** Why networks were not trained to the end; one sentence stands for all that ended likewise. */
    private static List<String> endings(final List<NetworkTraining.Outcome> outcomes) {
        final var warned = IntStream.range(0, outcomes.size())
                .filter(number -> outcomes.get(number).warning().isPresent())
                .toArray();
        if (warned.length == 0) {
            return List.of();
        }
        final var first = outcomes.get(warned[0]).warning().orElseThrow();
        if (outcomes.size() == 1) {
            return List.of(first);
        }
        return List.of(warned.length + " of " + outcomes.size() + " networks were not trained to the end. Network "
                + (warned[0] + 1) + ": " + first);
    }

    private Provenance provenance() {
        return new Provenance(
                Versions.extension(),
                Versions.deeplearning4j(),
                System.getProperty("java.version"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                job.settings().training().seed(),
                learned.sequences().table().size(),
                learned.sequences().size(),
                learned.windows().size(),
                held.windows().size());
    }
}
