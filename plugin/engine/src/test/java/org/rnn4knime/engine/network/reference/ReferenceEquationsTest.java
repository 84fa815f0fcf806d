package org.rnn4knime.engine.network.reference;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.tanh;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.Embedding;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Summary;

/** Tiny networks whose outputs are worked out here, number by number, from equations and the order of parameters. */
class ReferenceEquationsTest {

    private static final double NONE = Double.NaN;

    private static final Outputs NUMBER = new Outputs(1, Type.NUMBERS, Scope.STEP);

    private static final Outputs ONE_NUMBER = new Outputs(1, Type.NUMBERS, Scope.SEQUENCE);

    private static final Outputs CLASSES = new Outputs(2, Type.CLASSES, Scope.STEP);

    private static final double[][] SEQUENCE = {{1}, {-2}};

    private static NetworkPlan plan(final NetworkSettings settings, final Outputs outputs) {
        return new NetworkPlan(Inputs.numbers(1), settings, outputs);
    }

    private static NetworkPlan plan(final CellType cell, final Outputs outputs) {
        return plan(new NetworkSettings(cell, 1), outputs);
    }

    /** ReLU and one unit, so that numbers stay simple. */
    private static NetworkSettings elman(
            final boolean bidirectional, final Optional<Convolution> convolution, final Summary summary) {
        return new NetworkSettings(CellType.ELMAN, 1, 1, bidirectional, Activation.RELU, convolution, summary, 0);
    }

    private static double sigmoid(final double value) {
        return 1 / (1 + exp(-value));
    }

    private static void assertOutputs(final double[][] outputs, final double... expected) {
        assertEquals(expected.length, outputs.length);
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], outputs[step][0], 1e-14, "step " + step);
        }
    }

    @Test
    void elman() {
        final var plan = new NetworkPlan(Inputs.numbers(2), new NetworkSettings(CellType.ELMAN, 2), NUMBER);
        final var network =
                ReferenceNetwork.of(plan, 0.1, 0.2, 0.3, -0.4, 0.5, -0.6, 0.7, 0.8, 0.01, 0.02, 1.5, -2, 0.25);
        final var h1 = tanh(0.1 * 1 + 0.2 * 2 + 0.01);
        final var h2 = tanh(0.3 * 1 - 0.4 * 2 + 0.02);
        final var next1 = tanh(0.1 * -1 + 0.2 * 0.5 + 0.5 * h1 - 0.6 * h2 + 0.01);
        final var next2 = tanh(0.3 * -1 - 0.4 * 0.5 + 0.7 * h1 + 0.8 * h2 + 0.02);
        assertOutputs(
                network.outputs(new double[][] {{1, 2}, {-1, 0.5}}),
                1.5 * h1 - 2 * h2 + 0.25,
                1.5 * next1 - 2 * next2 + 0.25);
    }

    @Test
    void lstm() {
        final var network = ReferenceNetwork.of(
                plan(CellType.LSTM, NUMBER), 0.1, 0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.01, 0.02, 0.03, 0.04, 2, 0.5);
        final var c = sigmoid(0.4 + 0.04) * tanh(0.1 + 0.01);
        final var h = sigmoid(0.3 + 0.03) * tanh(c);
        final var a = tanh(-2 * 0.1 - 0.5 * h + 0.01);
        final var f = sigmoid(-2 * 0.2 + 0.6 * h + 0.02);
        final var o = sigmoid(-2 * 0.3 + 0.7 * h + 0.03);
        final var i = sigmoid(-2 * 0.4 - 0.8 * h + 0.04);
        final var nextC = f * c + i * a;
        final var nextH = o * tanh(nextC);
        assertOutputs(network.outputs(SEQUENCE), 2 * h + 0.5, 2 * nextH + 0.5);
        final var states = network.states(new Example(SEQUENCE, new double[0][]));
        assertEquals(1, states.size());
        assertArrayEquals(new double[] {nextH, nextC}, states.get(0), 1e-14);
    }

    @Test
    void gru() {
        final var network = ReferenceNetwork.of(
                plan(CellType.GRU, NUMBER), 0.1, 0.2, 0.3, -0.4, 0.5, 0.6, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 2, 0.5);
        final var h = (1 - sigmoid(0.2 + 0.02 + 0.05)) * tanh(0.3 + 0.03 + sigmoid(0.1 + 0.01 + 0.04) * 0.06);
        final var r = sigmoid(-2 * 0.1 + 0.01 - 0.4 * h + 0.04);
        final var u = sigmoid(-2 * 0.2 + 0.02 + 0.5 * h + 0.05);
        final var n = tanh(-2 * 0.3 + 0.03 + r * (0.6 * h + 0.06));
        final var next = u * h + (1 - u) * n;
        assertOutputs(network.outputs(SEQUENCE), 2 * h + 0.5, 2 * next + 0.5);
    }

    @Test
    void jordan() {
        final var network =
                ReferenceNetwork.of(plan(CellType.JORDAN, CLASSES), 0.1, 0.2, 0.3, 0.01, 0.4, -0.5, 0.02, 0.03);
        final var h = tanh(0.1 + 0.01);
        final var y = sigmoid(0.4 * h + 0.02 - (-0.5 * h + 0.03));
        final var next = tanh(-2 * 0.1 + 0.2 * y + 0.3 * (1 - y) + 0.01);
        final var nextY = sigmoid(0.4 * next + 0.02 - (-0.5 * next + 0.03));
        assertOutputs(network.outputs(SEQUENCE), y, nextY);
        assertEquals(1 - nextY, network.outputs(SEQUENCE)[1][1], 1e-14);
    }

    @Test
    void jordanOfTwoLayersWritesTheOutputInTheSecond() {
        final var settings = new NetworkSettings(
                CellType.JORDAN, 1, 2, false, Activation.SIGMOID, Optional.empty(), Summary.LAST, 0);
        final var network =
                ReferenceNetwork.of(plan(settings, NUMBER), 0.1, 0.2, 0.01, 3, 0.02, 0.4, 0.5, 0.03, -2, 0.04);
        final var x = tanh(3 * sigmoid(0.1 + 0.01) + 0.02);
        final var y = -2 * sigmoid(0.4 * x + 0.03) + 0.04;
        final var nextX = tanh(3 * sigmoid(-2 * 0.1 + 0.2 * x + 0.01) + 0.02);
        final var nextY = -2 * sigmoid(0.4 * nextX + 0.5 * y + 0.03) + 0.04;
        assertOutputs(network.outputs(SEQUENCE), y, nextY);
    }

    @Test
    void theTeacherTellsWhatHeKnowsOfTheStepBefore() {
        final var network =
                ReferenceNetwork.of(plan(CellType.JORDAN, CLASSES), 0.1, 0.2, 0.3, 0.01, 0.4, -0.5, 0.02, 0.03);
        final double[][] inputs = {{1}, {-2}, {3}};
        final var outputs =
                network.withTeacherForcing().outputs(new Example(inputs, new double[][] {{1}, {NONE}, {0}}));
        final var told = tanh(-2 * 0.1 + 0.3 + 0.01);
        final var y = sigmoid(0.4 * told + 0.02 - (-0.5 * told + 0.03));
        final var own = tanh(3 * 0.1 + 0.2 * y + 0.3 * (1 - y) + 0.01);
        assertOutputs(outputs, network.outputs(inputs)[0][0], y, sigmoid(0.4 * own + 0.02 - (-0.5 * own + 0.03)));
    }

    @Test
    void theTeacherTellsNumbersAsTheyAre() {
        final var network = ReferenceNetwork.of(plan(CellType.JORDAN, NUMBER), 0.1, 0.2, 0.01, 0.4, 0.02);
        final var outputs = network.withTeacherForcing().outputs(new Example(SEQUENCE, new double[][] {{7}, {8}}));
        assertOutputs(outputs, 0.4 * tanh(0.11) + 0.02, 0.4 * tanh(-2 * 0.1 + 0.2 * 7 + 0.01) + 0.02);
    }

    @Test
    void theBackwardCellEndsAtTheFirstStep() {
        final double[] parameters = {1, 0.5, 0, 10, 0.1, 0, 1, 1, 0};
        final double[][] sequence = {{1}, {2}, {3}};
        final var atSteps = ReferenceNetwork.of(plan(elman(true, Optional.empty(), Summary.LAST), NUMBER), parameters);
        assertOutputs(atSteps.outputs(sequence), 1 + 12.3, 2.5 + 23, 4.25 + 30);
        final var atEnds =
                ReferenceNetwork.of(plan(elman(true, Optional.empty(), Summary.LAST), ONE_NUMBER), parameters);
        assertOutputs(atEnds.outputs(sequence), 4.25 + 12.3);
    }

    @Test
    void jordanAveragesBothDirections() {
        final var settings =
                new NetworkSettings(CellType.JORDAN, 1, 1, true, Activation.RELU, Optional.empty(), Summary.LAST, 0);
        final double[] parameters = {1, 0.5, 0, 1, 0, 10, 0.1, 0, 1, 0};
        final double[][] sequence = {{1}, {2}, {3}};
        assertOutputs(
                ReferenceNetwork.of(plan(settings, NUMBER), parameters).outputs(sequence),
                (1 + 12.3) / 2,
                (2.5 + 23) / 2,
                (4.25 + 30) / 2);
        assertOutputs(
                ReferenceNetwork.of(plan(settings, ONE_NUMBER), parameters).outputs(sequence), (4.25 + 12.3) / 2);
    }

    @Test
    void embeddingsFollowTheNumbers() {
        final var plan = new NetworkPlan(
                new Inputs(1, List.of(new Embedding(2, 2), new Embedding(3, 1))),
                elman(false, Optional.empty(), Summary.LAST),
                NUMBER);
        final var network = ReferenceNetwork.of(plan, 1, 2, 3, 4, 5, 6, 7, 1, 10, 100, 1000, 0, 0, 1, 0);
        assertOutputs(network.outputs(new double[][] {{9, 1, 2}, {8, 0, 1}}), 9 + 30 + 400 + 7000, 8 + 10 + 200 + 6000);
    }

    @Test
    void theConvolutionIsCentredAndTheLastPoolMayBePartial() {
        final double[][] sequence = {{1}, {2}, {3}};
        assertOutputs(convolved(new Convolution(1, 3, 1), 100, 10, 1, 0.5).outputs(sequence), 12.5, 123.5, 230.5);
        assertOutputs(convolved(new Convolution(1, 2, 1), 10, 1, 0.5).outputs(sequence), 12.5, 23.5, 30.5);
        assertOutputs(convolved(new Convolution(1, 1, 1), -1, 2).outputs(sequence), 1, 0, 0);
        final var pooled = plan(elman(false, Optional.of(new Convolution(1, 1, 2)), Summary.MEAN), ONE_NUMBER);
        assertOutputs(ReferenceNetwork.of(pooled, 1, 0, 1, 0, 0, 1, 0).outputs(sequence), (2 + 3) / 2.0);
    }

    @Test
    void eachFilterHasTheWeightsOfAllInputsOfAStepSideBySide() {
        final var settings = elman(false, Optional.of(new Convolution(2, 2, 1)), Summary.LAST);
        final var plan = new NetworkPlan(Inputs.numbers(2), settings, NUMBER);
        final var network = ReferenceNetwork.of(plan, 1, 2, 3, 4, 5, 6, 7, 8, 0.1, 0.2, 1, 100, 0, 0, 1, 0);
        final var first = 1 * 1 + 2 * 10 + 3 * 2 + 4 * 20 + 0.1;
        final var second = 5 * 1 + 6 * 10 + 7 * 2 + 8 * 20 + 0.2;
        assertOutputs(
                network.outputs(new double[][] {{1, 10}, {2, 20}}),
                first + 100 * second,
                1 * 2 + 2 * 20 + 0.1 + 100 * (5 * 2 + 6 * 20 + 0.2));
    }

    /** A convolution whose results are handed through. */
    private static ReferenceNetwork convolved(final Convolution convolution, final double... parameters) {
        final var all = new double[parameters.length + 5];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        all[parameters.length] = 1;
        all[parameters.length + 3] = 1;
        return ReferenceNetwork.of(plan(elman(false, Optional.of(convolution), Summary.LAST), NUMBER), all);
    }

    @Test
    void summariesSeeAllSteps() {
        final double[][] sequence = {{4}, {1}, {2}};
        assertOutputs(summarized(Summary.LAST, 1, 0, 0, 1, 0).outputs(sequence), 2);
        assertOutputs(summarized(Summary.MEAN, 1, 0, 0, 1, 0).outputs(sequence), 7 / 3.0);
        assertOutputs(summarized(Summary.MAX, 1, 0, 0, 1, 0).outputs(sequence), 4);
        final var weight4 = exp(2 * tanh(0.3 * 4 + 0.1));
        final var weight1 = exp(2 * tanh(0.3 * 1 + 0.1));
        final var weight2 = exp(2 * tanh(0.3 * 2 + 0.1));
        assertOutputs(
                summarized(Summary.ATTENTION, 1, 0, 0, 0.3, 0.1, 2, 1, 0).outputs(sequence),
                (4 * weight4 + weight1 + 2 * weight2) / (weight4 + weight1 + weight2));
    }

    private static ReferenceNetwork summarized(final Summary summary, final double... parameters) {
        return ReferenceNetwork.of(plan(elman(false, Optional.empty(), summary), ONE_NUMBER), parameters);
    }

    @Test
    void lossesAreMeansOfWhatIsKnown() {
        final var numbers =
                ReferenceNetwork.of(plan(elman(false, Optional.empty(), Summary.LAST), NUMBER), 1, 0, 0, 1, 0);
        final var examples = List.of(
                new Example(new double[][] {{1}, {2}, {9}}, new double[][] {{1.5}, {5}, {NONE}}),
                new Example(new double[][] {{3}}, new double[][] {{2}}));
        assertEquals((0.25 + 9 + 1) / 3, numbers.loss(examples, ReferenceLoss.squared()), 1e-14);
        assertEquals((0.5 + 3 + 1) / 3, numbers.loss(examples, ReferenceLoss.absolute()), 1e-14);
        assertEquals((0.125 + 2.5 + 0.5) / 3, numbers.loss(examples, ReferenceLoss.huber()), 1e-14);
        final var classes = ReferenceNetwork.of(
                plan(elman(false, Optional.empty(), Summary.LAST), CLASSES), 1, 0, 0, 0, 0, log(0.2), log(0.8));
        final var labelled = List.of(new Example(new double[][] {{1}, {2}, {9}}, new double[][] {{0}, {1}, {NONE}}));
        assertEquals(
                (-3 * log(0.2) - 0.5 * log(0.8)) / 3.5,
                classes.loss(labelled, ReferenceLoss.crossEntropy(3, 0.5)),
                1e-14);
    }
}
