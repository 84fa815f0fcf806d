package org.rnn4knime.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.kernel.Gradient;
import org.rnn4knime.engine.network.kernel.GradientProbe;
import org.rnn4knime.engine.network.kernel.LayerKernel;
import org.rnn4knime.engine.network.kernel.LayerPass;
import org.rnn4knime.engine.network.kernel.Moment;
import org.rnn4knime.engine.network.kernel.Signal;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** One slice's way through all layers, to the loss and back, with the memory for this. Used by one thread at a time. */
final class NetworkPass implements AutoCloseable {

    private final NetworkPlan plan;

    private final Key key;

    private final List<LayerPass> layers;

    private final int layersUntilStates;

    private final Signal input;

    private final Signal truth;

    private final Signal outputGradient;

    /**
     * What a pass is made for.
     *
     * @param width the windows of a slice
     * @param mode whether it learns
     */
    record Key(int width, LayerKernel.Mode mode) {}

    /**
     * What is computed of a slice.
     *
     * @param slice the windows
     * @param training how it is learned from
     * @param pulse is run at every time step
     * @param probes one for each layer, or none at all
     */
    record Task(Slice slice, TrainingPass training, Runnable pulse, List<GradientProbe> probes) {

        /** Without probes. */
        Task(final Slice slice, final TrainingPass training, final Runnable pulse) {
            this(slice, training, pulse, List.of());
        }
    }

    /**
     * What a network makes of a slice; valid until its pass is used again.
     *
     * @param states of the last recurrent layer
     * @param outputs what the network writes
     */
    record Values(Signal states, Signal outputs) {}

    NetworkPass(final NetworkPlan plan, final List<LayerKernel> kernels, final Key key) {
        this.plan = plan;
        this.key = key;
        this.layers =
                kernels.stream().map(kernel -> kernel.pass(key.width, key.mode)).toList();
        this.layersUntilStates = untilStates(kernels).size();
        this.input = new Signal(plan.inputs().features(), key.width);
        this.truth = new Signal(plan.outputs().values(), key.width);
        this.outputGradient = new Signal(plan.outputs().values(), key.width);
    }

    /** The layers up to the last recurrent one, which writes the states. */
    static List<LayerKernel> untilStates(final List<LayerKernel> kernels) {
        int end = kernels.size();
        while (end > 0 && !kernels.get(end - 1).recurs()) {
            end--;
        }
        return kernels.subList(0, end);
    }

    Key key() {
        return key;
    }

    Values forward(final Task task, final Tensor inputs) {
        return forward(inputs, task.slice, moments(task, Optional.empty()));
    }

    private Values forward(final Tensor inputs, final Slice slice, final List<Moment> moments) {
        slice.read(inputs, input, slice.lengths(), 0);
        final var states = forward(input, 0, layersUntilStates, moments);
        return new Values(states, forward(states, layersUntilStates, layers.size(), moments));
    }

    /** Through the layers from one to before another. */
    private Signal forward(final Signal read, final int from, final int to, final List<Moment> moments) {
        Signal values = read;
        for (int layer = from; layer < to; layer++) {
            values = layers.get(layer).forward(values, moments.get(layer));
        }
        return values;
    }

    /**
     * Adds the gradient by the parameters and returns the sum of weight times loss.
     *
     * @param scale of the gradient
     */
    double learn(final Task task, final Batch batch, final Loss loss, final float scale, final Gradient gradient) {
        final var slice = task.slice;
        final var targets = new Signal(batch.targets().features(), key.width);
        slice.read(batch.targets(), targets, targetLengths(slice.lengths()), Float.NaN);
        final var moments =
                moments(task, task.training.teacherForcing() ? Optional.of(truth(targets)) : Optional.empty());
        final var outputs = forward(batch.inputs(), slice, moments).outputs;
        outputGradient.resizeLike(outputs);
        double sum = 0;
        for (int step = 0; step < outputs.steps(); step++) {
            sum += step < targets.steps()
                    ? loss.add(outputs.at(step), targets.at(step), key.width, scale, outputGradient.at(step))
                    : nothing(outputGradient.at(step));
        }
        Signal values = outputGradient;
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            values = layers.get(layer).backward(values, layer > 0, gradient, moments.get(layer));
        }
        return sum;
    }

    private static double nothing(final float[] gradient) {
        Arrays.fill(gradient, 0);
        return 0;
    }

    /** Of a sequence there is one target, unless there is no step. */
    private int[] targetLengths(final int[] lengths) {
        return plan.outputs().scope() == Scope.STEP
                ? lengths
                : Arrays.stream(lengths).map(length -> Math.min(1, length)).toArray();
    }

    /** The targets in the form of outputs. */
    private Signal truth(final Signal targets) {
        if (plan.outputs().type() == Type.NUMBERS) {
            return targets;
        }
        truth.resizeLike(targets);
        for (int step = 0; step < targets.steps(); step++) {
            final var values = truth.at(step);
            for (int index = 0; index < values.length; index++) {
                final var target = targets.at(step)[index % key.width];
                final var other = Float.isNaN(target) ? Float.NaN : 0;
                values[index] = target == index / key.width ? 1 : other;
            }
        }
        return truth;
    }

    /** Each slice and layer has its own. Neighbouring seeds give numbers that have nothing to do with each other once mixed. */
    static long seed(final long training, final int slice, final int layer) {
        return new SplittableRandom(training ^ ((long) slice << Integer.SIZE | layer)).nextLong();
    }

    private List<Moment> moments(final Task task, final Optional<Signal> known) {
        final var moments = new ArrayList<Moment>();
        for (int layer = 0; layer < layers.size(); layer++) {
            final var number = layer;
            final var slice = task.slice.number();
            moments.add(new Moment(
                    task.pulse,
                    seed(task.training.seed(), slice, layer),
                    task.training.state().map(state -> state.of(slice, number)),
                    layer == layers.size() - 1 ? known : Optional.empty(),
                    task.probes.isEmpty() ? Optional.empty() : Optional.of(task.probes.get(layer))));
        }
        return moments;
    }

    @Override
    public void close() {
        layers.forEach(LayerPass::close);
    }
}
