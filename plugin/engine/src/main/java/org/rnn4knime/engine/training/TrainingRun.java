package org.rnn4knime.engine.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CarriedState;
import org.rnn4knime.engine.network.Loss;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.TrainingPass;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Interrupts;
import org.rnn4knime.engine.sequence.Tensor;

/** One training from the first epoch to the last. */
final class TrainingRun {

    private final NetworkPlan plan;

    private final TrainingSettings training;

    private final Batches batches;

    private final Optional<Batches> validation;

    private final TrainingListener listener;

    private final List<EpochRecord> history = new ArrayList<>();

    private final float[] parameters;

    private final float[] gradient;

    private final Optimizer optimizer;

    private final GradientClipping clipping;

    private final Loss loss;

    private final Random shuffling;

    private final Random dropping;

    private long begin;

    private OptionalDouble validationLoss = OptionalDouble.empty();

    TrainingRun(
            final NetworkPlan plan,
            final TrainingSettings training,
            final Batches batches,
            final Optional<Batches> validation,
            final TrainingListener listener) {
        this.plan = plan;
        this.training = training;
        this.loss = plan.outputs().type() == Outputs.Type.CLASSES
                ? CrossEntropy.unweighted(plan.outputs().values())
                : new SquaredError();
        this.batches = batches;
        this.validation = validation;
        this.listener = listener;
        // One seed, independent streams of numbers: else the order of the windows would follow from the weights.
        final var seeds = new Random(training.seed());
        this.parameters = Parameters.initial(plan, seeds.nextLong(), this::refuseCancellation);
        this.shuffling = new Random(seeds.nextLong());
        this.dropping = new Random(seeds.nextLong());
        this.gradient = new float[parameters.length];
        this.optimizer = Optimizers.of(training.optimizer(), parameters.length);
        this.clipping = new GradientClipping(
                training.clipping(), training.clippingThreshold(), Parameters.layerBoundaries(plan));
    }

    /** Trains all epochs and returns the parameters at the end. */
    float[] train() {
        final var threads = Runtime.getRuntime().availableProcessors();
        try (var network = RnnNetwork.of(plan, parameters, threads)) {
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
        double weights = 0;
        double norms = 0;
        for (int index = 0; index < batches.count(); index++) {
            final var batch = batches.get(index);
            final var step = learn(network, batch, epoch);
            losses += step.losses;
            weights += step.weight;
            norms += step.norm;
            report(epoch, index + 1, mean(losses, weights));
        }
        validationLoss = validation.map(held -> loss(network, held)).orElse(validationLoss);
        validationLoss.ifPresent(loss -> refuseDivergence(epoch, loss, 0));
        report(epoch, batches.count(), mean(losses, weights));
        return new EpochRecord(
                epoch,
                mean(losses, weights),
                validationLoss,
                training.learningRate(),
                norms / batches.count(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    /** 0 where there is no target. */
    private static double mean(final double losses, final double weights) {
        return weights > 0 ? losses / weights : 0;
    }

    /** The sum of the losses of all targets of a batch, and of their weights; and the mean norm over its pieces. */
    private record Step(double losses, double weight, double norm) {}

    /** Learns from a batch, piece by piece if the back-propagation is truncated. */
    private Step learn(final RnnNetwork network, final Batch batch, final int epoch) {
        final var steps = batch.inputs().steps();
        final var length = training.tbpttLength().filter(some -> some < steps);
        if (length.isEmpty()) {
            return learn(network, batch, Optional.empty(), epoch);
        }
        final var state = Optional.of(new CarriedState());
        double lossSum = 0;
        double weightSum = 0;
        double normSum = 0;
        int pieces = 0;
        for (int from = 0; from < steps; from += length.get()) {
            final var to = Math.min(steps, from + length.get());
            final var step = learn(network, batch.steps(from, to), state, epoch);
            lossSum += step.losses;
            weightSum += step.weight;
            normSum += step.norm;
            pieces++;
        }
        return new Step(lossSum, weightSum, normSum / pieces);
    }

    private Step learn(
            final RnnNetwork network, final Batch batch, final Optional<CarriedState> state, final int epoch) {
        final var pass = new TrainingPass(dropping.nextLong(), training.teacherForcing(), state);
        final var batchLoss = network.gradient(batch, loss, pass, gradient, this::refuseCancellation);
        final var norm = clipping.clip(gradient).norm();
        refuseDivergence(epoch, batchLoss, norm);
        optimizer.step(parameters, gradient, training.learningRate());
        network.setParameters(parameters);
        final var weight = weight(batch.targets());
        return new Step(batchLoss * weight, weight, norm);
    }

    private double weight(final Tensor targets) {
        double weight = 0;
        for (int step = 0; step < targets.steps(); step++) {
            weight += loss.weight(targets.step(step), targets.windows());
        }
        return weight;
    }

    /** The mean over all targets: what predictions are measured by, whatever the network learns from. Empty without a target. */
    private OptionalDouble loss(final RnnNetwork network, final Batches held) {
        double sum = 0;
        double weight = 0;
        for (int index = 0; index < held.count(); index++) {
            final var batch = held.get(index);
            final var outputs = network.predict(batch.inputs(), batch.lengths(), this::refuseCancellation);
            final var unused = new float[outputs.features() * outputs.windows()];
            weight += weight(batch.targets());
            for (int step = 0; step < outputs.steps(); step++) {
                sum += loss.add(outputs.step(step), batch.targets().step(step), batch.size(), 0, unused);
            }
        }
        return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
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
        Interrupts.refuse();
    }
}
