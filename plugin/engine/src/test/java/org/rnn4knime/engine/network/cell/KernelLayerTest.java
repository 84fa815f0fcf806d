package org.rnn4knime.engine.network.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.rnn4knime.engine.network.kernel.Nonlinearity;
import org.rnn4knime.engine.network.kernel.RecurrentKernel.Direction;
import org.rnn4knime.engine.network.kernel.SummaryKernel;
import org.rnn4knime.engine.runtime.Dl4jRuntime;

/** Our layers among those of Deeplearning4j, called as Deeplearning4j calls layers. */
class KernelLayerTest {

    private static final int INPUTS = 3;

    private static final int UNITS = 4;

    private static final int WINDOWS = 5;

    private static final int STEPS = 7;

    private static INDArray random(final long seed, final long... shape) {
        final var random = new Random(seed);
        final var array = Nd4j.create(DataType.FLOAT, shape);
        for (long index = 0; index < array.length(); index++) {
            array.putScalar(index, random.nextGaussian() / 2);
        }
        return array;
    }

    private static MultiLayerNetwork network(final long seed, final org.deeplearning4j.nn.conf.layers.Layer... layers) {
        final var list =
                new NeuralNetConfiguration.Builder().updater(new NoOp()).list();
        List.of(layers).forEach(list::layer);
        final var network = new MultiLayerNetwork(list.build());
        network.init();
        network.setParams(random(seed, 1, network.numParams()));
        return network;
    }

    private static MultiLayerNetwork ours(final long seed, final KernelLayer... layers) {
        final var list =
                new NeuralNetConfiguration.Builder().updater(new NoOp()).list();
        List.of(layers).forEach(list::layer);
        final var network = new MultiLayerNetwork(list.build());
        final var count = List.of(layers).stream()
                .mapToInt(layer -> layer.kernel().parameters())
                .sum();
        network.init(random(seed, 1, count), false);
        return network;
    }

    private static KernelLayer cell(final String name, final int inputs) {
        return "LSTM".equals(name)
                ? new LstmLayer(name + inputs, inputs, UNITS, Direction.FORWARD)
                : new ElmanLayer(name + inputs, inputs, UNITS, Nonlinearity.TANH, Direction.FORWARD);
    }

    private static org.deeplearning4j.nn.conf.layers.Layer theirCell(final String name, final int inputs) {
        return "LSTM".equals(name)
                ? new LSTM.Builder()
                        .nIn(inputs)
                        .nOut(UNITS)
                        .activation(Activation.TANH)
                        .build()
                : new SimpleRnn.Builder()
                        .nIn(inputs)
                        .nOut(UNITS)
                        .activation(Activation.TANH)
                        .build();
    }

    private static void assertClose(final INDArray expected, final INDArray actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        final var difference = expected.sub(actual).norm2Number().doubleValue();
        final var norm = expected.norm2Number().doubleValue();
        assertTrue(difference <= 1e-5 * norm, difference + " of " + norm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "ELMAN"})
    void twoLayersEqualThoseOfDeeplearning4jForTheSameParameters(final String name) {
        Dl4jRuntime.call(() -> {
            final var ours = ours(1, cell(name, INPUTS), cell(name, UNITS));
            final var theirs = network(1, theirCell(name, INPUTS), theirCell(name, UNITS));
            final var input = random(2, WINDOWS, INPUTS, STEPS);
            assertEquals(theirs.numParams(), ours.numParams());
            assertEquals(theirs.paramTable().keySet(), ours.paramTable().keySet());
            ours.paramTable()
                    .forEach((key, array) -> assertArrayEquals(
                            theirs.getParam(key).dup('f').data().asFloat(),
                            array.dup('f').data().asFloat()));
            assertClose(theirs.output(input), ours.output(input));
            final var epsilon = random(3, WINDOWS, UNITS, STEPS);
            assertClose(gradient(theirs, input, epsilon), gradient(ours, input, epsilon));
            ours.close();
            return null;
        });
    }

    /** By all parameters, for a loss whose gradient by the outputs is epsilon. */
    private static INDArray gradient(final MultiLayerNetwork network, final INDArray input, final INDArray epsilon) {
        network.setInput(input);
        network.feedForward(true, false);
        return network.backpropGradient(epsilon.dup('f'), LayerWorkspaceMgr.noWorkspaces())
                .getFirst()
                .gradient()
                .dup();
    }

    @Test
    void aMaskEndsASequence() {
        Dl4jRuntime.call(() -> {
            final var last =
                    new KernelLayer("last", "any", new SummaryKernel(UNITS, SummaryKernel.Kind.LAST), List.of());
            final var network = ours(1, cell("LSTM", INPUTS), last);
            final var input = random(2, 2, INPUTS, STEPS);
            final var mask = Nd4j.ones(DataType.FLOAT, 2, STEPS);
            mask.putScalar(1, STEPS - 1, 0);
            mask.putScalar(1, STEPS - 2, 0);
            final var masked = network.output(input, false, mask, null);
            final var begin = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, STEPS - 2));
            final var cut = network.output(begin.dup());
            assertEquals(2, masked.rank());
            assertClose(cut.getRow(1).dup(), masked.getRow(1).dup());

            mask.putScalar(1, 1, 0);
            assertThrows(IllegalArgumentException.class, () -> network.output(input, false, mask, null));
            network.close();
            return null;
        });
    }

    @Test
    void refusesOtherPrecision() {
        Dl4jRuntime.call(() -> {
            final var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                    .dataType(DataType.DOUBLE)
                    .list()
                    .layer(cell("LSTM", INPUTS))
                    .build());
            final var parameters = Nd4j.create(
                    DataType.DOUBLE, 1, cell("LSTM", INPUTS).kernel().parameters());
            assertThrows(IllegalArgumentException.class, () -> network.init(parameters, false));
            return null;
        });
    }

    @Test
    void refusesNamesThatDoNotCoverTheParameters() {
        final var kernel = cell("LSTM", INPUTS).kernel();
        assertThrows(IllegalArgumentException.class, () -> new KernelLayer("short", "any", kernel, List.of()));
    }
}
