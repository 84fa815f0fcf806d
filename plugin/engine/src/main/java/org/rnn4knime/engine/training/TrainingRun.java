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
import org.rnn4knime.engine.network.CarriedState;
import org.rnn4knime.engine.network.Loss;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.TrainingPass;
import org.rnn4knime.engine.sequence.Batch;

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

    private final Optimizer optimizer;

    private final GradientClipping clipping;

    private final Loss loss = new SquaredError();

    private final Random shuffling;

    private final Random dropping;

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
        // One seed, independent streams of numbers: else the order of the windows would follow from the weights.
        final var seeds = new Random(training.seed());
        this.parameters = Parameters.initial(settings.plan(), seeds.nextLong(), this::refuseCancellation);
        this.shuffling = new Random(seeds.nextLong());
        this.dropping = new Random(seeds.nextLong());
        this.gradient = new float[parameters.length];
        this.optimizer = Optimizers.of(training.optimizer(), parameters.length);
        this.clipping = new GradientClipping(
                training.clipping(), training.clippingThreshold(), Parameters.layerBoundaries(settings.plan()));
    }

    /** Trains all epochs and returns the parameters at the end. */
    float[] train() {
        final var threads = Runtime.getRuntime().availableProcessors();
        try (var network = RnnNetwork.of(settings.plan(), parameters, threads)) {
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
        double losses = 0;
        double norms = 0;
        int windows = 0;
        for (int index = 0; index < batches.count(); index++) {
            final var batch = batches.get(index);
            final var step = learn(network, batch, epoch);
            losses += step.loss * batch.size();
            windows += batch.size();
            norms += step.norm;
            report(epoch, index + 1, losses / windows);
        }
        validationLoss = validation
                .map(held -> OptionalDouble.of(squaredErrorOfLastStep(network, held)))
                .orElse(validationLoss);
        validationLoss.ifPresent(loss -> refuseDivergence(epoch, loss, 0));
        report(epoch, batches.count(), losses / windows);
        return new EpochRecord(
                epoch,
                losses / windows,
                validationLoss,
                training.learningRate(),
                norms / batches.count(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    /** The means over the pieces of a batch. */
    private record Step(double loss, double norm) {}

    /** Learns from a batch, piece by piece if the back-propagation is truncated. */
    private Step learn(final RnnNetwork network, final Batch batch, final int epoch) {
        final var steps = batch.inputs().steps();
        final var length = training.tbpttLength().filter(some -> some < steps);
        if (length.isEmpty()) {
            return learn(network, batch, Optional.empty(), epoch);
        }
        final var state = Optional.of(new CarriedState());
        double lossSum = 0;
        double normSum = 0;
        int pieces = 0;
        for (int from = 0; from < steps; from += length.get()) {
            final var to = Math.min(steps, from + length.get());
            final var step = learn(network, batch.steps(from, to), state, epoch);
            lossSum += step.loss * (to - from);
            normSum += step.norm;
            pieces++;
        }
        return new Step(lossSum / steps, normSum / pieces);
    }

    private Step learn(
            final RnnNetwork network, final Batch batch, final Optional<CarriedState> state, final int epoch) {
        final var pass = new TrainingPass(dropping.nextLong(), training.teacherForcing(), state);
        final var batchLoss = network.gradient(batch, loss, pass, gradient, this::refuseCancellation);
        final var norm = clipping.clip(gradient).norm();
        refuseDivergence(epoch, batchLoss, norm);
        optimizer.step(parameters, gradient, training.learningRate());
        network.setParameters(parameters);
        return new Step(batchLoss, norm);
    }

    /** The mean over the windows: what a prediction is measured by, whatever the network learns from. */
    private double squaredErrorOfLastStep(final RnnNetwork network, final Batches held) {
        double squares = 0;
        for (int index = 0; index < held.count(); index++) {
            final var batch = held.get(index);
            final var outputs = network.predict(batch.inputs(), batch.lengths(), this::refuseCancellation);
            for (int window = 0; window < batch.size(); window++) {
                final double error = outputs.get(outputs.steps() - 1, 0, window)
                        - batch.targets().get(batch.targets().steps() - 1, 0, window);
                squares += error * error;
            }
        }
        return squares / held.windows();
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
