package org.rnn4knime.engine.network.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.rnn4knime.engine.runtime.Dl4jRuntime;

class CellLayerTest {

    private static final Runnable NO_CHECK = () -> {};

    private static MultiLayerNetwork network(final int inputs, final Layer... layers) {
        final var list = new NeuralNetConfiguration.Builder().list();
        List.of(layers).forEach(list::layer);
        return new MultiLayerNetwork(list.layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(inputs))
                .build());
    }

    private static Layer stockLstm() {
        return new LSTM.Builder().nOut(5).activation(Activation.TANH).build();
    }

    private static Layer stockElman() {
        return new SimpleRnn.Builder().nOut(5).activation(Activation.TANH).build();
    }

    private static Layer lstm() {
        return new LstmLayer().with(5, NO_CHECK);
    }

    private static Layer elman() {
        return new ElmanLayer().with(5, NO_CHECK);
    }

    static Stream<Arguments> likeDeeplearning4js() {
        return Stream.of('c', 'f').flatMap(order -> Stream.of(1, 19)
                .flatMap(windows -> Dl4jRuntime.call(() -> Stream.of(
                        Arguments.of("LSTM", network(3, stockLstm()), network(3, lstm()), windows, order),
                        Arguments.of(
                                "LSTM 2",
                                network(3, stockLstm(), stockLstm()),
                                network(3, lstm(), lstm()),
                                windows,
                                order),
                        Arguments.of("Elman", network(3, stockElman()), network(3, elman()), windows, order),
                        Arguments.of(
                                "Elman 2",
                                network(3, stockElman(), stockElman()),
                                network(3, elman(), elman()),
                                windows,
                                order)))));
    }

    @ParameterizedTest(name = "{0}, {3} windows, {4}")
    @MethodSource("likeDeeplearning4js")
    void computesWhatDeeplearning4jDoes(
            final String name,
            final MultiLayerNetwork theirs,
            final MultiLayerNetwork ours,
            final int windows,
            final char order) {
        Dl4jRuntime.call(() -> {
            theirs.init();
            final var parameters =
                    Nd4j.randn(DataType.FLOAT, 1, theirs.numParams()).muli(0.5);
            theirs.setParams(parameters);
            ours.init(parameters.dup(), false);
            final var input = Nd4j.randn(DataType.FLOAT, windows, 3, 6).dup(order);
            final var targets = Nd4j.randn(DataType.FLOAT, windows, 2, 6).dup(order);

            assertClose(theirs.output(input), ours.output(input), 2e-6);
            assertClose(gradient(theirs, input, targets), gradient(ours, input, targets), 2e-5);
            assertEquals(theirs.score(), ours.score(), 1e-5 * theirs.score());
            return null;
        });
    }

    private static INDArray gradient(final MultiLayerNetwork network, final INDArray input, final INDArray targets) {
        network.setInput(input);
        network.setLabels(targets);
        network.computeGradientAndScore();
        return network.getFlattenedGradients().dup();
    }

    private static void assertClose(final INDArray expected, final INDArray actual, final double most) {
        final var relative = expected.sub(actual).norm2Number().doubleValue()
                / expected.norm2Number().doubleValue();
        assertTrue(relative < most, "relative difference " + relative);
    }

    @Test
    void parametersHaveDeeplearning4jsNamesAndShapes() {
        Dl4jRuntime.call(() -> {
            final var theirs = network(3, stockLstm());
            theirs.init();
            final var ours = network(3, lstm());
            ours.init(theirs.params().dup(), false);

            assertEquals(theirs.paramTable(), ours.paramTable());
            return null;
        });
    }

    @Test
    void doesNotDrawParameters() {
        Dl4jRuntime.call(() -> {
            final var network = network(3, lstm());
            assertThrows(UnsupportedOperationException.class, network::init);
            return null;
        });
    }

    @Test
    void refusesMasks() {
        Dl4jRuntime.call(() -> {
            final var network = network(1, new GruLayer().with(5, NO_CHECK));
            network.init(Nd4j.zeros(DataType.FLOAT, 1, 3 * 5 * 6 + 6 * 5 + 12), false);
            final var input = Nd4j.ones(DataType.FLOAT, 2, 1, 4);
            final var mask = Nd4j.ones(DataType.FLOAT, 2, 4);
            assertThrows(UnsupportedOperationException.class, () -> network.output(input, false, mask, mask));
            return null;
        });
    }
}
