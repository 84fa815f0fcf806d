package org.rnn4knime.engine.network.cell;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rnn4knime.engine.network.kernel.SequenceKernel;
import org.rnn4knime.engine.network.kernel.Series;

/**
 * A layer with one of our cells. It computes in single precision, from a state of zeros, through the whole sequence; what it kept of
 * the forward pass of training serves the backward pass. {@link #close} frees its memory outside of the heap.
 */
final class FusedLayer extends BaseRecurrentLayer<CellLayer> {

    private static final long serialVersionUID = 1L;

    private transient Optional<SequenceKernel> kernel = Optional.empty();

    FusedLayer(final NeuralNetConfiguration configuration, final DataType type) {
        super(configuration, type);
        if (type != DataType.FLOAT) {
            throw new IllegalArgumentException("Recurrent cells compute with FLOAT, not with " + type + ".");
        }
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(final boolean training, final LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        final var inputs = sideBySide(input, ArrayType.FF_WORKING_MEM, workspaces);
        // Steps before units in memory: so an output layer has its rows, one a step and window, without copying.
        final var shape =
                new long[] {inputs.size(0), inputs.size(2), layerConf().getNOut()};
        final var outputs = workspaces
                .createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'f')
                .permute(0, 2, 1);
        kernel().forward(
                        floats(paramsFlattened),
                        series(inputs),
                        series(outputs),
                        training,
                        layerConf().check());
        // A buffer does not keep its array from being collected, and a copy has no other owner.
        Reference.reachabilityFence(inputs);
        return outputs;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(final INDArray epsilon, final LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        final var outputGradient = sideBySide(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        final var shape = new long[] {input.size(0), input.size(1), input.size(2)};
        final var inputGradient = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, shape, 'f');
        // Nothing lies below the first layer that could use its input's gradient.
        final var wanted = index == 0 ? Optional.<Series>empty() : Optional.of(series(inputGradient));
        kernel().backward(
                        series(outputGradient),
                        wanted,
                        floats(gradientsFlattened),
                        layerConf().check());
        Reference.reachabilityFence(outputGradient);
        final var gradients = new DefaultGradient(gradientsFlattened);
        gradientViews.forEach((name, view) -> gradients.setGradientFor(name, view, 'f'));
        weightNoiseParams.clear();
        return new Pair<>(gradients, backpropDropOutIfPresent(inputGradient));
    }

    private SequenceKernel kernel() {
        if (kernel.isEmpty()) {
            final var layer = layerConf();
            final var threads = Runtime.getRuntime().availableProcessors();
            kernel = Optional.of(new SequenceKernel(
                    layer.cell(), Math.toIntExact(layer.getNIn()), Math.toIntExact(layer.getNOut()), threads));
        }
        return kernel.get();
    }

    /** The array, or a copy of it whose windows lie side by side in memory. */
    private static INDArray sideBySide(final INDArray array, final ArrayType type, final LayerWorkspaceMgr workspaces) {
        return array.size(0) == 1 || array.stride(0) == 1 ? array : workspaces.dup(type, array, 'f');
    }

    private static Series series(final INDArray array) {
        return new Series(
                floats(array),
                Math.toIntExact(array.size(0)),
                Math.toIntExact(array.size(1)),
                Math.toIntExact(array.size(2)),
                Math.toIntExact(array.stride(1)),
                Math.toIntExact(array.stride(2)));
    }

    private static FloatBuffer floats(final INDArray array) {
        return array.data().asNioFloat().slice();
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            final INDArray mask, final MaskState state, final int minibatchSize) {
        throw unsupported("masks");
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
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            final INDArray epsilon, final int length, final LayerWorkspaceMgr workspaces) {
        throw unsupported("truncated back-propagation");
    }

    private UnsupportedOperationException unsupported(final String what) {
        return new UnsupportedOperationException(layerId() + " does not know " + what + ".");
    }

    @Override
    public void close() {
        kernel.ifPresent(SequenceKernel::close);
        kernel = Optional.empty();
        super.close();
    }
}
