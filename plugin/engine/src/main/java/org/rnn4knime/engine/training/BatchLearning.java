package org.rnn4knime.engine.training;

import java.util.Optional;
import java.util.SplittableRandom;
import org.rnn4knime.engine.network.CarriedState;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.TrainingPass;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** Learns from one batch after the other: gradient, clipping, a step of the optimizer. */
final class BatchLearning {

    private final Lesson lesson;

    private final float[] parameters;

    private final float[] gradient;

    private final Optimizer optimizer;

    private final GradientClipping clipping;

    private final Runnable check;

    /**
     * Before the first batch.
     *
     * @param parameters change with each step
     * @param optimizer of these parameters
     * @param check is run at every time step; what it throws ends the training
     */
    BatchLearning(final Lesson lesson, final float[] parameters, final Optimizer optimizer, final Runnable check) {
        this.lesson = lesson;
        this.parameters = parameters;
        this.gradient = new float[parameters.length];
        this.optimizer = optimizer;
        this.clipping = new GradientClipping(lesson.settings().clipping(), Parameters.layerBoundaries(lesson.plan()));
        this.check = check;
    }

    /**
     * How a batch is learned from.
     *
     * @param epoch counted from 1
     * @param learningRate the optimizer's step size
     * @param dropping where the seeds of dropout come from
     */
    record Step(int epoch, double learningRate, SplittableRandom dropping) {}

    /**
     * Learns from a batch, piece by piece if the back-propagation is truncated.
     *
     * @param network has the parameters, and gets those after the batch
     * @param totals take what the steps were like
     * @throws DivergedException if the loss or the gradient is no finite number any more
     */
    void learn(final RnnNetwork network, final Batch batch, final Step step, final EpochTotals totals) {
        final var steps = batch.inputs().steps();
        final var length = lesson.settings().backPropagation().tbpttLength().filter(some -> some < steps);
        if (length.isEmpty()) {
            learn(network, batch, Optional.empty(), step, totals);
            return;
        }
        final var state = Optional.of(new CarriedState());
        for (int from = 0; from < steps; from += length.get()) {
            learn(network, batch.steps(from, Math.min(steps, from + length.get())), state, step, totals);
        }
    }

    private void learn(
            final RnnNetwork network,
            final Batch batch,
            final Optional<CarriedState> state,
            final Step step,
            final EpochTotals totals) {
        final var forcing = lesson.settings().backPropagation().teacherForcing();
        final var pass = new TrainingPass(step.dropping.nextLong(), forcing, state);
        final var loss = network.gradient(batch, lesson.loss(), pass, gradient, check);
        final var weight = weight(batch.targets());
        if (weight == 0) {
            // Nothing is known of these windows. A step would move the weights by what the optimizer remembers alone.
            return;
        }
        final var clipped = clipping.clip(gradient);
        if (!Double.isFinite(loss) || !Double.isFinite(clipped.norm())) {
            throw DivergedException.of(step.epoch, step.learningRate, loss, lesson.settings());
        }
        optimizer.step(parameters, gradient, step.learningRate);
        network.setParameters(parameters);
        totals.add(loss, weight, step.learningRate, clipped);
    }

    /** How many layers have parameters. */
    int layers() {
        return clipping.layers();
    }

    private double weight(final Tensor targets) {
        double weight = 0;
        for (int step = 0; step < targets.steps(); step++) {
            weight += lesson.loss().weight(targets.step(step), targets.windows());
        }
        return weight;
    }
}
