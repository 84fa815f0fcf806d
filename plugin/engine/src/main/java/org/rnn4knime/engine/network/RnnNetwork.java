package org.rnn4knime.engine.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.rnn4knime.engine.network.cell.CellLayer;
import org.rnn4knime.engine.network.cell.ElmanLayer;
import org.rnn4knime.engine.network.cell.GruLayer;
import org.rnn4knime.engine.network.cell.LstmLayer;
import org.rnn4knime.engine.runtime.Dl4jRuntime;
import org.rnn4knime.engine.sequence.Batch;

/**
 * A network that reads a window of one value a time step and writes at each step what comes next: the recurrent layer and a linear
 * output. It learns from every step, which teaches more from few windows than the last one alone; it predicts with the last. It is
 * used by one thread, and closed by it.
 */
public final class RnnNetwork implements AutoCloseable {

    /** Values that the network reads, and writes, at each time step. */
    private static final int VALUES = 1;

    private final MultiLayerNetwork network;

    private final int sliceWidth;

    private final Map<Integer, Buffers> buffersBySize = new HashMap<>();

    /** Memory for one batch size, used again and again: what lies outside of the heap is freed late. */
    private record Buffers(INDArray inputs, INDArray targets) {

        /** Both [window, 1, time] with the windows side by side in memory, as a batch has them. */
        static Buffers of(final int size, final int length) {
            return new Buffers(empty(size, length), empty(size, length));
        }

        private static INDArray empty(final int size, final int length) {
            return Nd4j.create(DataType.FLOAT, new long[] {size, VALUES, length}, 'f');
        }
    }

    private RnnNetwork(final MultiLayerNetwork network, final int sliceWidth) {
        this.network = network;
        this.sliceWidth = sliceWidth;
    }

    /**
     * Builds a network.
     *
     * @param settings its shape
     * @param length the steps of a window
     * @param parameters as many as {@link Parameters#count} says
     * @param check is run at every time step; what it throws ends the computation
     */
    public static RnnNetwork of(
            final NetworkSettings settings, final int length, final float[] parameters, final Runnable check) {
        return of(settings, length, parameters, check, SliceWidth.of(settings, length));
    }

    /** Computes so many windows at once. */
    static RnnNetwork of(
            final NetworkSettings settings,
            final int length,
            final float[] parameters,
            final Runnable check,
            final int sliceWidth) {
        if (parameters.length != Parameters.count(settings)) {
            throw new IllegalArgumentException(parameters.length + " parameters, not " + Parameters.count(settings));
        }
        return Dl4jRuntime.call(() -> {
            final var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                    .updater(new NoOp())
                    .list()
                    .layer(recurrent(settings, check))
                    .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                            .nOut(VALUES)
                            .activation(Activation.IDENTITY)
                            .build())
                    .setInputType(InputType.recurrent(VALUES, length))
                    .build());
            network.init(Nd4j.createFromArray(parameters).reshape(1, parameters.length), false);
            return new RnnNetwork(network, sliceWidth);
        });
    }

    private static CellLayer recurrent(final NetworkSettings settings, final Runnable check) {
        final var layer =
                switch (settings.cellType()) {
                    case ELMAN -> new ElmanLayer();
                    case LSTM -> new LstmLayer();
                    case GRU -> new GruLayer();
                };
        return layer.with(settings.hiddenUnits(), check);
    }

    /** Replaces the parameters. */
    public void setParameters(final float[] parameters) {
        Dl4jRuntime.call(() -> network.params().data().asNioFloat().put(parameters));
    }

    /**
     * The mean squared error over all steps of a batch; its gradient by the parameters is written into the array.
     *
     * @param batch with targets
     * @param gradient as long as the parameters
     */
    public double gradient(final Batch batch, final float[] gradient) {
        return Dl4jRuntime.call(() -> {
            Arrays.fill(gradient, 0);
            double loss = 0;
            for (int from = 0; from < batch.size(); from += sliceWidth) {
                final var slice = slice(batch, from);
                // The score is a mean over the windows of the slice, summed over the steps.
                loss += addGradient(slice, gradient) / batch.length() * ((double) slice.size() / batch.size());
            }
            // Deeplearning4j leaves the division by the batch size to its updaters, and sums over the steps.
            final float values = (float) batch.size() * batch.length();
            for (int index = 0; index < gradient.length; index++) {
                gradient[index] /= values;
            }
            return loss;
        });
    }

    private double addGradient(final Batch slice, final float[] sum) {
        final var buffers = buffers(slice);
        buffers.targets.data().asNioFloat().put(slice.targets());
        network.setInput(buffers.inputs);
        network.setLabels(buffers.targets);
        network.computeGradientAndScore();
        final var gradient = network.getFlattenedGradients().data().asNioFloat();
        for (int index = 0; index < sum.length; index++) {
            sum[index] += gradient.get(index);
        }
        return network.score();
    }

    /** What the network writes after the last step of each window of a batch; the targets are not read. */
    public float[] predict(final Batch batch) {
        return Dl4jRuntime.call(() -> {
            final var predictions = new float[batch.size()];
            for (int from = 0; from < batch.size(); from += sliceWidth) {
                final var slice = slice(batch, from);
                try (var outputs = network.output(buffers(slice).inputs, false)) {
                    final var last = outputs.slice(batch.length() - 1L, 2).toFloatVector();
                    System.arraycopy(last, 0, predictions, from, last.length);
                }
            }
            return predictions;
        });
    }

    private Batch slice(final Batch batch, final int from) {
        return batch.windows(from, Math.min(from + sliceWidth, batch.size()));
    }

    /** The arrays for a batch of this size, its inputs written into them. */
    private Buffers buffers(final Batch batch) {
        final var buffers = buffersBySize.computeIfAbsent(batch.size(), size -> Buffers.of(size, batch.length()));
        buffers.inputs.data().asNioFloat().put(batch.inputs());
        return buffers;
    }

    /** Frees the memory outside of the heap. */
    @Override
    public void close() {
        Dl4jRuntime.call(() -> {
            Arrays.stream(network.getLayers()).forEach(Layer::close);
            network.close();
            buffersBySize.values().forEach(buffers -> {
                buffers.inputs.close();
                buffers.targets.close();
            });
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
            return null;
        });
    }
}
