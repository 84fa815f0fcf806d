package org.rnn4knime.engine.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.rnn4knime.engine.network.cell.KernelLayer;
import org.rnn4knime.engine.network.kernel.Gradient;
import org.rnn4knime.engine.network.kernel.LayerKernel;
import org.rnn4knime.engine.network.kernel.LayerKernel.Mode;
import org.rnn4knime.engine.network.kernel.ParameterBlock;
import org.rnn4knime.engine.network.kernel.SliceThreads;
import org.rnn4knime.engine.runtime.Dl4jRuntime;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/**
 * A network of Deeplearning4j. A batch is cut into slices, each of which one thread computes through all layers to the loss and back;
 * the gradients of the slices are added up in their order, so the number of threads changes no bit of a result. One thread at a time
 * may learn; any number may predict or read at once, as long as nobody changes the parameters.
 */
public final class RnnNetwork implements AutoCloseable {

    /** Gradients that are kept apart: more threads than this have nothing to do. */
    static final int LANES = 16;

    private final NetworkPlan plan;

    private final Fitting fitting;

    private final MultiLayerNetwork network;

    private final List<LayerKernel> kernels;

    private final int threads;

    private final PassPool passes;

    private final List<Gradient> lanes = new ArrayList<>();

    private RnnNetwork(final NetworkPlan plan, final MultiLayerNetwork network, final int threads) {
        this.plan = plan;
        this.fitting = new Fitting(plan);
        this.network = network;
        this.threads = threads;
        this.kernels = Arrays.stream(network.getLayers())
                .map(layer -> ((KernelLayer) layer.conf().getLayer()).kernel())
                .toList();
        this.passes = new PassPool(plan, kernels);
    }

    /**
     * Builds a network.
     *
     * @param plan its shape
     * @param parameters as many as {@link Parameters#count} says
     * @param threads that compute at once, the calling one included
     */
    public static RnnNetwork of(final NetworkPlan plan, final float[] parameters, final int threads) {
        if (parameters.length != Parameters.count(plan)) {
            throw new IllegalArgumentException(parameters.length + " parameters, not " + Parameters.count(plan));
        }
        return Dl4jRuntime.call(() -> {
            final var layers =
                    new NeuralNetConfiguration.Builder().updater(new NoOp()).list();
            NetworkLayers.of(plan).forEach(layers::layer);
            final var network = new MultiLayerNetwork(layers.build());
            network.init(Nd4j.createFromArray(parameters).reshape(1, parameters.length), false);
            final var result = new RnnNetwork(plan, network, threads);
            result.load(parameters);
            return result;
        });
    }

    /** The same network for callers that know Deeplearning4j; closed with this one. */
    MultiLayerNetwork network() {
        return network;
    }

    /** Replaces the parameters; not while anything computes. */
    public void setParameters(final float[] parameters) {
        Fitting.require("parameters", parameters.length, Math.toIntExact(network.numParams()));
        Dl4jRuntime.call(() -> network.params().data().asNioFloat().put(parameters));
        load(parameters);
    }

    private void load(final float[] parameters) {
        final var flat = FloatBuffer.wrap(parameters);
        int offset = 0;
        for (final var kernel : kernels) {
            kernel.load(flat.slice(offset, kernel.parameters()));
            offset += kernel.parameters();
        }
    }

    /**
     * The loss of a batch; its gradient by the parameters is written into the array. Both are zero if no target counts.
     *
     * @param batch with targets
     * @param loss as measure
     * @param training how it is learned from
     * @param gradient as long as the parameters
     * @param check is run in this thread at every time step; what it throws ends the computation
     */
    public double gradient(
            final Batch batch,
            final Loss loss,
            final TrainingPass training,
            final float[] gradient,
            final Runnable check) {
        fitting.requireBatch(batch, loss);
        fitting.requireTraining(training);
        Fitting.require("values of the gradient", gradient.length, Math.toIntExact(network.numParams()));
        final var weight = BatchTargets.weight(batch, loss);
        if (weight == 0 && training.state().isEmpty()) {
            Arrays.fill(gradient, 0);
            return 0;
        }
        // Without a target the state is carried on all the same.
        final var scale = weight == 0 ? 0 : (float) (1 / weight);
        final var slices = slices(batch.inputs(), batch.lengths(), training.state());
        final var losses = new double[slices.size()];
        final var sums = learn(slices, check, (pass, slice, pulse, sum) -> {
            final var task = new NetworkPass.Task(slice, training, pulse);
            losses[slice.number()] = pass.learn(task, batch, loss, scale, sum);
        });
        unload(sums, gradient);
        return weight == 0 ? 0 : Arrays.stream(losses).sum() / weight;
    }

    /** What is done with a slice. */
    private interface Learning {

        void learn(NetworkPass pass, Slice slice, Runnable pulse, Gradient sum);
    }

    /** Learns from all slices; a gradient is the sum of those of every {@link #LANES}-th slice, in their order. */
    private List<Gradient> learn(final List<Slice> slices, final Runnable check, final Learning learning) {
        kernels.forEach(LayerKernel::prepareBackward);
        final var used = lanes(Math.min(LANES, slices.size()));
        SliceThreads.run(used.size(), threads, check, (lane, pulse) -> {
            used.get(lane).clear();
            for (int number = lane; number < slices.size(); number += LANES) {
                final var slice = slices.get(number);
                passes.with(new NetworkPass.Key(slice.width(), Mode.TRAINING), pass -> {
                    learning.learn(pass, slice, pulse, used.get(lane));
                    return slice;
                });
            }
        });
        return used;
    }

    /**
     * How far back the gradient reaches: the Euclidean norm of dL/dh by lag, where h is what a recurrent layer writes at a step (of an
     * LSTM its output, not its cell) and L the weight times the loss of the last target of a window (Pascanu et al. 2013, section 2);
     * the mean over the windows that are longer than the lag and whose last target counts. Targets of other steps are not read, Jordan's
     * network reads its own output, and dropout is that of one seed. What is learned later is the same, bit by bit.
     *
     * @param batch with targets
     * @param loss as measure
     * @param check as in gradient
     * @return of each recurrent layer, from the lowest to the highest, the norm at each lag that there is a window for. Lags are counted
     *     in the steps that the layer reads, which are fewer behind a pooling, from the last one that it reads: of a direction that reads
     *     backward the first one in time. Of two directions the squares are added up, each at its own lag. Not finite if that is so
     */
    public List<double[]> reach(final Batch batch, final Loss loss, final Runnable check) {
        fitting.requireBatch(batch, loss);
        final var slices = slices(batch.inputs(), batch.lengths(), Optional.empty());
        final var scope = plan.outputs().scope();
        final var reach = new Reach(kernels, BatchTargets.lastWeighs(batch, scope, loss), slices.size());
        final var atEnd = BatchTargets.withLastOnly(batch, scope);
        learn(slices, check, (pass, slice, pulse, sum) -> {
            final var probes = reach.probes(slice);
            final var task = new NetworkPass.Task(slice, TrainingPass.of(0), pulse, probes);
            pass.learn(task, atEnd, loss, 1, sum);
            reach.put(slice, probes);
        });
        return reach.means();
    }

    private List<Slice> slices(final Tensor inputs, final int[] lengths, final Optional<CarriedState> state) {
        final var width = SliceWidth.of(kernels, lengths.length, inputs.steps());
        if (state.isEmpty()) {
            return Slice.of(lengths, width, true);
        }
        if (!NetworkPlan.causal(plan.settings())) {
            throw new IllegalArgumentException("Only a network that reads in one direction can carry its state on.");
        }
        return state.get().slices(lengths, width, kernels);
    }

    private List<Gradient> lanes(final int count) {
        final var blocks = kernels.stream()
                .flatMap(kernel -> kernel.blocks().stream())
                .map(ParameterBlock.class::cast)
                .toList();
        while (lanes.size() < count) {
            lanes.add(new Gradient(blocks));
        }
        return lanes.subList(0, count);
    }

    private void unload(final List<Gradient> gradients, final float[] gradient) {
        final var flat = FloatBuffer.wrap(gradient);
        int offset = 0;
        for (final var kernel : kernels) {
            kernel.unload(gradients, flat.slice(offset, kernel.parameters()));
            offset += kernel.parameters();
        }
    }

    /**
     * What the network writes: [time, value, window], or of one step where it writes once a sequence. Where it writes at each step, zeros
     * stand behind the end of a window; of a window without a step it writes once what it makes of zeros.
     *
     * @param inputs [time, feature, window]
     * @param lengths the steps of each window
     * @param check as in gradient
     */
    public Tensor predict(final Tensor inputs, final int[] lengths, final Runnable check) {
        return forward(inputs, lengths, check, Optional.empty());
    }

    /**
     * What {@link #predict} returns, bit by bit, and the hidden states on the way to it.
     *
     * @param inputs as in predict
     * @param lengths as in predict
     * @param check as in gradient
     */
    public Reading read(final Tensor inputs, final int[] lengths, final Runnable check) {
        final var layers = NetworkPass.untilStates(kernels);
        int steps = inputs.steps();
        for (final var layer : layers) {
            steps = layer.steps(steps);
        }
        final var states = Tensor.zeros(steps, layers.get(layers.size() - 1).outputs(), inputs.windows());
        return new Reading(forward(inputs, lengths, check, Optional.of(states)), states);
    }

    /** The outputs; the states are written to where they are wanted. */
    private Tensor forward(
            final Tensor inputs, final int[] lengths, final Runnable check, final Optional<Tensor> states) {
        fitting.requireInputs(inputs, lengths);
        final var slices = slices(inputs, lengths, Optional.empty());
        final var outputs = Tensor.zeros(
                plan.outputs().steps(inputs.steps()), plan.outputs().values(), inputs.windows());
        SliceThreads.run(slices.size(), threads, check, (number, pulse) -> {
            final var task = new NetworkPass.Task(slices.get(number), TrainingPass.of(0), pulse);
            passes.with(new NetworkPass.Key(task.slice().width(), Mode.INFERENCE), pass -> {
                final var values = pass.forward(task, inputs);
                task.slice().write(values.outputs(), outputs);
                states.ifPresent(to -> task.slice().write(values.states(), to));
                return outputs;
            });
        });
        return outputs;
    }

    /** Frees the memory outside of the heap; not while anything computes. */
    @Override
    public void close() {
        passes.close();
        lanes.forEach(Gradient::close);
        Dl4jRuntime.call(() -> {
            Arrays.stream(network.getLayers()).forEach(Layer::close);
            // Not the network's own close, which makes the whole process collect its garbage, each time.
            network.params().close();
            Optional.ofNullable(network.getFlattenedGradients()).ifPresent(INDArray::close);
            return null;
        });
    }
}
