package org.rnn4knime.engine.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;

/** One training from the first epoch to the last. */
final class TrainingRun {

    private final RnnSettings settings;

    private final TrainingSettings training;

    private final Batches batches;

    private final Optional<Batches> validation;

    private final TrainingListener listener;

    private final List<EpochRecord> history = new ArrayList<>();

    private final float[] parameters;

    private final float[] gradient;

    private final Adam adam;

    private final Random shuffling;

    private long begin;

    private OptionalDouble validationLoss = OptionalDouble.empty();

    TrainingRun(
            final RnnSettings settings,
            final Batches batches,
            final Optional<Batches> validation,
            final TrainingListener listener) {
        this.settings = settings;
        this.training = settings.training();
        this.batches = batches;
        this.validation = validation;
        this.listener = listener;
        // One seed, two independent streams of numbers: else the order of the windows would follow from the weights.
        final var seeds = new Random(training.seed());
        this.parameters = Parameters.initial(settings.network(), seeds.nextLong());
        this.shuffling = new Random(seeds.nextLong());
        this.gradient = new float[parameters.length];
        this.adam = new Adam(parameters.length, training.learningRate());
    }

    /** Trains all epochs and returns the parameters at the end. */
    float[] train() {
        final var length = settings.sequences().sequenceLength();
        try (var network = RnnNetwork.of(settings.network(), length, parameters, this::refuseCancellation)) {
            begin = System.nanoTime();
            for (int epoch = 1; epoch <= training.epochs(); epoch++) {
                history.add(epoch(network, epoch));
            }
        }
        return parameters;
    }

    /** One record an epoch so far. */
    List<EpochRecord> history() {
        return history;
    }

    private EpochRecord epoch(final RnnNetwork network, final int epoch) {
        final var start = System.nanoTime();
        batches.shuffle(shuffling);
        double squares = 0;
        double norms = 0;
        int windows = 0;
        for (int index = 0; index < batches.count(); index++) {
            final var batch = batches.get(index);
            final var loss = network.gradient(batch, gradient);
            final var norm = norm(gradient);
            refuseDivergence(epoch, loss, norm);
            adam.step(parameters, gradient);
            network.setParameters(parameters);
            squares += loss * batch.size();
            windows += batch.size();
            norms += norm;
            report(epoch, index + 1, squares / windows);
        }
        validationLoss =
                validation.map(held -> OptionalDouble.of(loss(network, held))).orElse(validationLoss);
        validationLoss.ifPresent(loss -> refuseDivergence(epoch, loss, 0));
        report(epoch, batches.count(), squares / windows);
        return new EpochRecord(
                epoch,
                squares / windows,
                validationLoss,
                training.learningRate(),
                norms / batches.count(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static double loss(final RnnNetwork network, final Batches held) {
        double squares = 0;
        for (int index = 0; index < held.count(); index++) {
            final var batch = held.get(index);
            final var outputs = network.predict(batch);
            for (int window = 0; window < outputs.length; window++) {
                final double error = outputs[window] - batch.target(window);
                squares += error * error;
            }
        }
        return squares / held.windows();
    }

    private static double norm(final float[] gradient) {
        double squares = 0;
        for (final double value : gradient) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private void refuseDivergence(final int epoch, final double loss, final double norm) {
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw new DivergedException(
                    "The training ran away in epoch " + epoch + " at the learning rate " + training.learningRate()
                            + ": the loss is " + loss + ".",
                    "Lower the learning rate, and normalize the target if it is not.");
        }
    }

    private void report(final int epoch, final int batch, final double loss) {
        refuseCancellation();
        final var done = (long) (epoch - 1) * batches.count() + batch;
        final var all = (long) training.epochs() * batches.count();
        final var nanosPerBatch = (double) (System.nanoTime() - begin) / done;
        listener.progress(new TrainingProgress(
                epoch, training.epochs(), batch, batches.count(), loss, validationLoss, Duration.ofNanos((long)
                        (nanosPerBatch * (all - done)))));
    }

    private void refuseCancellation() {
        listener.checkCanceled();
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The training was interrupted.");
        }
    }
}
