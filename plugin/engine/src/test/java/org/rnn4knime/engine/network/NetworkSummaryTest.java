package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.network.LayerSummary.Weights;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;

/** The layers and their parameters, counted by hand. */
class NetworkSummaryTest {

    private static final int UNITS = 5;

    /** Of three features. */
    private static NetworkPlan plan(final NetworkSettings settings, final Outputs outputs) {
        return new NetworkPlan(Inputs.numbers(3), settings, outputs);
    }

    private static NetworkSettings settings(final CellType cell, final boolean bidirectional, final Summary summary) {
        return new NetworkSettings(cell, UNITS, 1, bidirectional, Activation.TANH, Optional.empty(), summary, 0);
    }

    /** Each layer as a line of words, and in all as many parameters as the network has. */
    private static List<String> lines(final NetworkPlan plan) {
        final var layers = NetworkSummary.of(plan);
        assertEquals(
                Parameters.count(plan),
                layers.stream().mapToLong(LayerSummary::parameters).sum());
        return layers.stream()
                .map(layer ->
                        layer.name() + " | " + layer.type() + " | " + layer.outputs() + " | " + layer.parameters())
                .toList();
    }

    /** Three features and five units: 5 x (3 + 5 + 1) for each gate. */
    @ParameterizedTest
    @CsvSource({
        "ELMAN, false, recurrent 1 | Elman (simple RNN) | 5 | 45",
        "LSTM, false, recurrent 1 | LSTM | 5 | 180",
        // A second bias for each of the three gates: 3 x (45 + 5).
        "GRU, false, recurrent 1 | GRU | 5 | 150",
        "ELMAN, true, recurrent 1 | Bidirectional Elman (simple RNN) | 10 | 90",
        "LSTM, true, recurrent 1 | Bidirectional LSTM | 10 | 360",
        "GRU, true, recurrent 1 | Bidirectional GRU | 10 | 300"
    })
    void everyCell(final CellType cell, final boolean bidirectional, final String expected) {
        final var plan = plan(settings(cell, bidirectional, Summary.LAST), new Outputs(2, Type.NUMBERS, Scope.STEP));
        // Two outputs: 2 x (5 + 1), or 2 x (10 + 1) where two directions are read.
        assertEquals(List.of(expected, "output | Dense (linear) | 2 | " + (bidirectional ? 22 : 12)), lines(plan));
    }

    /** Hidden units 5 x (3 + 2 + 1), fed back and written outputs 2 x (5 + 1); an inner layer writes as many as it has units. */
    @Test
    void jordansNetworkWritesTheOutputsItself() {
        final var outputs = new Outputs(2, Type.CLASSES, Scope.STEP);
        assertEquals(
                List.of("recurrent 1 | Jordan | 2 | 42"),
                lines(plan(settings(CellType.JORDAN, false, Summary.LAST), outputs)));
        assertEquals(
                List.of("recurrent 1 | Bidirectional Jordan | 4 | 84", "output | Average of both directions | 2 | 0"),
                lines(plan(settings(CellType.JORDAN, true, Summary.LAST), outputs)));
        final var two = new NetworkSettings(
                CellType.JORDAN, UNITS, 2, false, Activation.RELU, Optional.empty(), Summary.LAST, 0);
        // 5 x (3 + 5 + 1) + 5 x (5 + 1), then 5 x (5 + 2 + 1) + 2 x (5 + 1).
        assertEquals(
                List.of("recurrent 1 | Jordan | 5 | 75", "recurrent 2 | Jordan | 2 | 52"), lines(plan(two, outputs)));
    }

    /** Attention: 5 x 5 weights, 5 biases, 5 of the context. */
    @ParameterizedTest
    @CsvSource({
        "LAST, Summary: last step, 0",
        "MEAN, Summary: mean, 0",
        "MAX, Summary: maximum, 0",
        "ATTENTION, Attention, 35"
    })
    void everySummary(final Summary summary, final String type, final int parameters) {
        final var outputs = new Outputs(4, Type.CLASSES, Scope.SEQUENCE);
        assertEquals(
                List.of(
                        "recurrent 1 | LSTM | 5 | 180",
                        "summary | " + type + " | 5 | " + parameters,
                        "output | Dense (softmax) | 4 | 24"),
                lines(plan(settings(CellType.LSTM, false, summary), outputs)));
    }

    @Test
    void allThatThereIsAtOnce() {
        final var plan = new NetworkPlan(
                new Inputs(2, List.of(new Embedding(7, 4), new Embedding(3, 1))),
                new NetworkSettings(
                        CellType.GRU,
                        UNITS,
                        2,
                        true,
                        Activation.TANH,
                        Optional.of(new Convolution(6, 3, 2)),
                        Summary.LAST,
                        0.25),
                new Outputs(1, Type.NUMBERS, Scope.SEQUENCE));
        assertEquals(
                List.of(
                        // 7 x 4 + 3 x 1; two numbers, four values and one.
                        "embedding | Embedding | 7 | 31",
                        "dropout 1 | Dropout | 7 | 0",
                        // 6 x (3 x 7 + 1).
                        "convolution | Convolution | 6 | 132",
                        "pooling | Max pooling | 6 | 0",
                        "dropout 4 | Dropout | 6 | 0",
                        // 2 x 3 x 5 x (6 + 5 + 2).
                        "recurrent 1 | Bidirectional GRU | 10 | 390",
                        "dropout 6 | Dropout | 10 | 0",
                        // 2 x 3 x 5 x (10 + 5 + 2).
                        "recurrent 2 | Bidirectional GRU | 10 | 510",
                        "dropout 8 | Dropout | 10 | 0",
                        "summary | Summary: last step | 10 | 0",
                        "output | Dense (linear) | 1 | 11"),
                lines(plan));
    }

    @Test
    void theWeightsOfALayerHaveNamesAndShapes() {
        final var plan = new NetworkPlan(
                new Inputs(1, List.of(new Embedding(7, 4))),
                settings(CellType.LSTM, true, Summary.ATTENTION),
                new Outputs(3, Type.CLASSES, Scope.SEQUENCE));
        final var weights = new ArrayList<List<Weights>>();
        NetworkSummary.of(plan).forEach(layer -> weights.add(layer.weights()));
        assertEquals(
                List.of(
                        List.of(weights("W0", 4, 7)),
                        List.of(
                                weights("fW", 5, 20),
                                weights("fRW", 5, 20),
                                weights("fb", 20),
                                weights("bW", 5, 20),
                                weights("bRW", 5, 20),
                                weights("bb", 20)),
                        List.of(weights("W", 10, 10), weights("b", 10), weights("context", 10, 1)),
                        List.of(weights("W", 10, 3), weights("b", 3))),
                weights);
    }

    private static Weights weights(final String name, final long... shape) {
        return new Weights(name, Arrays.stream(shape).boxed().toList());
    }

    /** So a layer's part of the flat array can be found. */
    @ParameterizedTest
    @EnumSource
    void layersWithParametersLieBetweenTheBoundaries(final CellType cell) {
        final var plan = RnnNetworkTest.large(cell);
        final var boundaries = Parameters.layerBoundaries(plan);
        int layer = 0;
        for (final var summary : NetworkSummary.of(plan)) {
            if (summary.parameters() > 0) {
                assertEquals(boundaries[layer + 1] - boundaries[layer], summary.parameters(), summary.name());
                layer++;
            }
        }
        assertEquals(boundaries.length - 1, layer);
    }

    @Test
    void refusesMoreThanAnArrayCanHold() {
        final var outputs = new Outputs(1, Type.NUMBERS, Scope.STEP);
        final var embedding = new Embedding(Embedding.MOST_CATEGORIES, NetworkSettings.MOST_HIDDEN_UNITS);
        final var huge = new NetworkPlan(
                new Inputs(0, List.of(embedding)), settings(CellType.LSTM, false, Summary.LAST), outputs);
        final var deep =
                new NetworkSettings(CellType.LSTM, 4096, 16, true, Activation.TANH, Optional.empty(), Summary.LAST, 0);
        for (final var plan : List.of(huge, plan(deep, outputs))) {
            final var message = assertThrows(IllegalArgumentException.class, () -> NetworkSummary.of(plan))
                    .getMessage();
            assertTrue(message.contains("Lower the hidden units"), message);
        }
    }
}
