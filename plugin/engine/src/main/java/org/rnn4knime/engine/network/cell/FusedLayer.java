package org.rnn4knime.engine.network.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4knime.engine.network.kernel.Gradient;
import org.rnn4knime.engine.network.kernel.LayerKernel.Mode;
import org.rnn4knime.engine.network.kernel.LayerPass;
import org.rnn4knime.engine.network.kernel.Moment;
import org.rnn4knime.engine.network.kernel.Signal;

/**
 * A layer of Deeplearning4j that computes with a kernel, for callers that know Deeplearning4j alone: inputs and outputs are [window,
 * feature, time], or [window, feature] where there is one step. Sequences begin with a state of zeros; masks must be ones up to the end
 * of a window and zeros behind it. The training of this extension drives the kernels of all layers itself, slice by slice.
 */
final class FusedLayer extends BaseRecurrentLayer<KernelLayer> {

    private static final long serialVersionUID = 1L;

    private transient Optional<LayerPass> pass = Optional.empty();

    FusedLayer(final NeuralNetConfiguration configuration, final DataType type) {
        super(configuration, type);
        if (type != DataType.FLOAT) {
            throw new IllegalArgumentException("Kernels compute with FLOAT, not with " + type + ".");
        }
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(final boolean training, final LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        final var kernel = layerConf().kernel();
        if (kernel.parameters() > 0) {
            kernel.load(paramsFlattened.data().asNioFloat().slice());
        }
        if (training) {
            kernel.prepareBackward();
        }
        final var windows = Math.toIntExact(input.size(0));
        pass.ifPresent(LayerPass::close);
        pass = Optional.of(kernel.pass(windows, training ? Mode.TRAINING : Mode.INFERENCE));
        final var read = signal(input, lengths(windows, steps(input)));
        final var written = pass.get().forward(read, moment());
        return array(written, kernel.summarizes() ? 2 : input.rank(), ArrayType.ACTIVATIONS, workspaces);
    }

    private Moment moment() {
        final var seed = (long) getIterationCount() << Integer.SIZE | getIndex();
        return new Moment(() -> {}, seed, Optional.empty(), Optional.empty());
    }

    @Override
    public Pair<org.deeplearning4j.nn.gradient.Gradient, INDArray> backpropGradient(
            final INDArray epsilon, final LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        final var kernel = layerConf().kernel();
        final var gradients = new DefaultGradient(gradientsFlattened);
        try (var sum = new Gradient(kernel.blocks())) {
            sum.clear();
            final var lengths = new int[Math.toIntExact(epsilon.size(0))];
            Arrays.fill(lengths, steps(epsilon));
            final var inputGradient = pass.orElseThrow().backward(signal(epsilon, lengths), true, sum, moment());
            if (kernel.parameters() > 0) {
                kernel.unload(
                        List.of(sum), gradientsFlattened.data().asNioFloat().slice());
                gradientViews.forEach((name, view) -> gradients.setGradientFor(name, view, 'f'));
            }
            return new Pair<>(gradients, array(inputGradient, input.rank(), ArrayType.ACTIVATION_GRAD, workspaces));
        }
    }

    private static int steps(final INDArray array) {
        return array.rank() == 2 ? 1 : Math.toIntExact(array.size(2));
    }

    private int[] lengths(final int windows, final int steps) {
        if (maskArray == null) {
            final var lengths = new int[windows];
            Arrays.fill(lengths, steps);
            return lengths;
        }
        if (maskArray.rank() != 2 || maskArray.size(1) != steps) {
            throw new IllegalArgumentException(layerId() + ": the mask " + Arrays.toString(maskArray.shape())
                    + " does not fit " + windows + " windows of " + steps + " steps.");
        }
        return IntStream.range(0, windows)
                .map(window -> length(maskArray, window))
                .toArray();
    }

    private int length(final INDArray mask, final int window) {
        final var steps = Math.toIntExact(mask.size(1));
        final var length = (int) IntStream.range(0, steps)
                .takeWhile(step -> mask.getDouble(window, step) == 1)
                .count();
        for (int step = length; step < steps; step++) {
            if (mask.getDouble(window, step) != 0) {
                throw new IllegalArgumentException(
                        layerId() + ": the mask of window " + window + " is " + mask.getDouble(window, step)
                                + " at step " + step + ", behind its end at step " + length + ".");
            }
        }
        return length;
    }

    /** A copy; the array's own order in memory does not matter. */
    private static Signal signal(final INDArray array, final int[] lengths) {
        final var windows = lengths.length;
        final var values = Math.toIntExact(array.size(1)) * windows;
        final var signal = new Signal(values / windows, windows);
        signal.resize(steps(array), lengths);
        final var flat = array.dup('f').data().asFloat();
        for (int step = 0; step < signal.steps(); step++) {
            System.arraycopy(flat, step * values, signal.at(step), 0, values);
            signal.clearEnded(step, signal.at(step));
        }
        return signal;
    }

    private static INDArray array(
            final Signal signal, final int rank, final ArrayType type, final LayerWorkspaceMgr workspaces) {
        final var values = signal.features() * signal.width();
        final var flat = new float[signal.steps() * values];
        for (int step = 0; step < signal.steps(); step++) {
            System.arraycopy(signal.at(step), 0, flat, step * values, values);
        }
        final var shape = rank == 2
                ? new long[] {signal.width(), signal.features()}
                : new long[] {signal.width(), signal.features(), signal.steps()};
        return workspaces.dup(type, Nd4j.create(flat, shape, 'f'), 'f');
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            final INDArray mask, final MaskState state, final int minibatchSize) {
        setMaskArray(mask);
        return new Pair<>(layerConf().kernel().summarizes() ? null : mask, state);
    }

    @Override
    public INDArray rnnTimeStep(final INDArray step, final LayerWorkspaceMgr workspaces) {
        throw unsupported("single time steps");
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            final INDArray sequence,
            final boolean training,
            final boolean storeLastForTruncated,
            final LayerWorkspaceMgr workspaces) {
        throw unsupported("a stored state");
    }

    @Override
    public Pair<org.deeplearning4j.nn.gradient.Gradient, INDArray> tbpttBackpropGradient(
            final INDArray epsilon, final int length, final LayerWorkspaceMgr workspaces) {
        throw unsupported("truncated back-propagation");
    }

    private UnsupportedOperationException unsupported(final String what) {
        return new UnsupportedOperationException(layerId() + " does not know " + what + ".");
    }

    @Override
    public void close() {
        pass.ifPresent(LayerPass::close);
        pass = Optional.empty();
        layerConf().kernel().close();
        super.close();
    }
}
