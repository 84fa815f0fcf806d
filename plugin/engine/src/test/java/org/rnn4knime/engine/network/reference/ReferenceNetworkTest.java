package org.rnn4knime.engine.network.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** The derivatives of the reference are those of its values, and what it says of its parameters and states is true. */
class ReferenceNetworkTest {

    private static final Outputs NUMBERS = new Outputs(2, Type.NUMBERS, Scope.STEP);

    private static final Outputs CLASSES = new Outputs(3, Type.CLASSES, Scope.STEP);

    private static final Outputs ONE_NUMBER = new Outputs(1, Type.NUMBERS, Scope.SEQUENCE);

    private static final Outputs ONE_CLASS = new Outputs(3, Type.CLASSES, Scope.SEQUENCE);

    private static NetworkPlan plan(final NetworkSettings settings, final Outputs outputs) {
        return new NetworkPlan(Inputs.numbers(2), settings, outputs);
    }

    private static NetworkSettings settings(final CellType cell, final int layers, final boolean bidirectional) {
        return new NetworkSettings(
                cell, 3, layers, bidirectional, Activation.TANH, Optional.empty(), Summary.LAST, 0.5);
    }

    private static NetworkSettings summarized(final CellType cell, final boolean bidirectional, final Summary summary) {
        return new NetworkSettings(cell, 3, 1, bidirectional, Activation.TANH, Optional.empty(), summary, 0);
    }

    private static Arguments named(final NetworkPlan plan) {
        final var settings = plan.settings();
        return Arguments.of(Named.of(
                settings.cellType() + (settings.bidirectional() ? " bidirectional" : "") + ", layers "
                        + settings.numLayers() + ", " + settings.activation() + ", " + settings.summary() + ", "
                        + plan.outputs(),
                plan));
    }

    static Stream<Arguments> cells() {
        return Stream.of(CellType.values())
                .flatMap(cell -> Stream.of(false, true).flatMap(bidirectional -> Stream.of(
                                plan(settings(cell, 1, bidirectional), NUMBERS),
                                plan(settings(cell, 1, bidirectional), ONE_CLASS),
                                plan(settings(cell, 2, bidirectional), CLASSES),
                                plan(settings(cell, 2, bidirectional), ONE_NUMBER))
                        .map(ReferenceNetworkTest::named)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void cellsHaveTheGradientOfTheirLoss(final NetworkPlan plan) {
        check(plan, UnaryOperator.identity(), loss(plan), examples(plan, 1, 2, 9));
    }

    static Stream<Arguments> activations() {
        return Stream.of(CellType.ELMAN, CellType.JORDAN).flatMap(cell -> Stream.of(Activation.values())
                .map(activation -> named(plan(
                        new NetworkSettings(cell, 3, 2, false, activation, Optional.empty(), Summary.LAST, 0),
                        NUMBERS))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void activationsHaveTheGradientOfTheirLoss(final NetworkPlan plan) {
        check(plan, UnaryOperator.identity(), loss(plan), examples(plan, 1, 2, 9));
    }

    static Stream<Arguments> summaries() {
        return Stream.of(CellType.ELMAN, CellType.LSTM, CellType.JORDAN)
                .flatMap(cell -> Stream.of(Summary.values()).flatMap(summary -> Stream.of(
                                plan(summarized(cell, false, summary), ONE_NUMBER),
                                plan(summarized(cell, true, summary), ONE_NUMBER))
                        .map(ReferenceNetworkTest::named)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("summaries")
    void summariesHaveTheGradientOfTheirLoss(final NetworkPlan plan) {
        check(plan, UnaryOperator.identity(), loss(plan), examples(plan, 1, 2, 9));
    }

    @ParameterizedTest(name = "kernel size {0}, pooling size {1}")
    @MethodSource
    void convolutionAndEmbeddingsHaveTheGradientOfTheirLoss(final int kernelSize, final int poolingSize) {
        final var convolution = new Convolution(4, kernelSize, poolingSize);
        final var plan = new NetworkPlan(
                new Inputs(2, List.of(new Embedding(3, 2), new Embedding(2, 1))),
                new NetworkSettings(
                        CellType.ELMAN, 3, 1, false, Activation.TANH, Optional.of(convolution), Summary.MEAN, 0),
                poolingSize == 1 ? NUMBERS : ONE_NUMBER);
        check(plan, UnaryOperator.identity(), loss(plan), examples(plan, 1, 2, 9));
    }

    static Stream<Arguments> convolutionAndEmbeddingsHaveTheGradientOfTheirLoss() {
        return Stream.of(1, 2, 3).flatMap(kernel -> Stream.of(1, 2).map(pooling -> Arguments.of(kernel, pooling)));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("squared", NUMBERS, ReferenceLoss.squared()),
                Arguments.of("absolute", NUMBERS, ReferenceLoss.absolute()),
                Arguments.of("Huber", NUMBERS, ReferenceLoss.huber()),
                Arguments.of("cross-entropy", CLASSES, ReferenceLoss.crossEntropy(1, 1, 1)),
                Arguments.of("weighted cross-entropy", CLASSES, ReferenceLoss.crossEntropy(0.5, 2, 3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void lossesHaveTheirGradient(final String name, final Outputs outputs, final ReferenceLoss loss) {
        final var plan = plan(settings(CellType.GRU, 1, false), outputs);
        check(plan, UnaryOperator.identity(), loss, examples(plan, 1, 2, 9));
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void teacherForcingHasTheGradientOfItsLoss(final Type type) {
        final var plan = plan(settings(CellType.JORDAN, 2, false), type == Type.NUMBERS ? NUMBERS : CLASSES);
        check(plan, ReferenceNetwork::withTeacherForcing, loss(plan), examples(plan, 1, 2, 9));
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void carriedStatesAreConstantsOfTheGradient(final CellType cell) {
        final var plan = plan(settings(cell, 2, false), NUMBERS);
        final var before = ReferenceNetwork.of(plan, parameters(plan));
        final var examples = examples(plan, 1, 2, 9).stream()
                .map(example -> example.startingFrom(before.states(example)))
                .toList();
        check(plan, UnaryOperator.identity(), loss(plan), examples);
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void aSequenceInTwoPartsIsTheWholeOne(final CellType cell) {
        final var plan = plan(settings(cell, 2, false), CLASSES);
        final var network = ReferenceNetwork.of(plan, parameters(plan));
        assertContinues(network, examples(plan, 9).get(0));
        if (cell == CellType.JORDAN) {
            assertContinues(network.withTeacherForcing(), examples(plan, 9).get(0));
        }
    }

    private static void assertContinues(final ReferenceNetwork network, final Example whole) {
        final var first = part(whole, 0, 4);
        final var second = part(whole, 4, 9).startingFrom(network.states(first));
        final var parts = Stream.of(network.outputs(first), network.outputs(second))
                .flatMap(Arrays::stream)
                .toArray(double[][]::new);
        assertArrayEquals(network.outputs(whole), parts);
        assertArrayEquals(
                network.states(whole).toArray(double[][]::new),
                network.states(second).toArray(double[][]::new));
    }

    private static Example part(final Example whole, final int from, final int to) {
        return new Example(Arrays.copyOfRange(whole.inputs(), from, to), Arrays.copyOfRange(whole.targets(), from, to));
    }

    @Test
    void blocksFollowEachOtherInTheOrderOfTheLayers() {
        final var plan = new NetworkPlan(
                new Inputs(1, List.of(new Embedding(5, 2))),
                new NetworkSettings(
                        CellType.GRU,
                        4,
                        1,
                        true,
                        Activation.TANH,
                        Optional.of(new Convolution(6, 3, 2)),
                        Summary.ATTENTION,
                        0),
                ONE_CLASS);
        final var blocks = ReferenceNetwork.blocks(plan);
        int from = 0;
        for (final var block : blocks) {
            assertEquals(from, block.from());
            from = block.to();
        }
        assertEquals(5 * 2 + 6 * (3 * 3 + 1) + 2 * 12 * (6 + 4 + 2) + 8 * (8 + 2) + 3 * (8 + 1), from);
        assertEquals(
                List.of("embedding 1", "convolution W", "convolution b", "forward Wr of layer 1"),
                blocks.stream().limit(4).map(Block::name).toList());
        assertEquals(
                List.of("backward dn of layer 1", "attention W", "attention b", "attention c", "output W", "output b"),
                blocks.stream().skip(blocks.size() - 6L).map(Block::name).toList());
    }

    @Test
    void refusesWhatDoesNotFit() {
        final var plan = plan(settings(CellType.ELMAN, 1, false), NUMBERS);
        assertThrows(IllegalArgumentException.class, () -> ReferenceNetwork.of(plan, 1, 2, 3));
        final var network = ReferenceNetwork.of(plan, parameters(plan));
        assertThrows(IllegalArgumentException.class, network::withTeacherForcing);
        assertThrows(IllegalArgumentException.class, () -> network.outputs(new double[][] {{1, 2, 3}}));
        final var unknown = new Example(new double[][] {{1, 2}}, new double[][] {{Double.NaN, Double.NaN}});
        assertThrows(IllegalArgumentException.class, () -> network.loss(List.of(unknown), ReferenceLoss.squared()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noStepsHaveNoOutputs(final boolean bidirectional) {
        final var plan = plan(settings(CellType.LSTM, 2, bidirectional), NUMBERS);
        final var network = ReferenceNetwork.of(plan, parameters(plan));
        assertEquals(0, network.outputs(new double[0][]).length);
    }

    @Test
    void examplesOfABatchEndWithTheirWindow() {
        final var inputs = new Tensor(2, 1, 2, new float[] {1, 2, 3, 4});
        final var batch = new Batch(inputs, new int[] {2, 1}, new Tensor(2, 1, 2, new float[] {5, 6, 7, 8}));
        final var examples = Example.of(batch, Scope.STEP);
        assertArrayEquals(new double[][] {{1}, {3}}, examples.get(0).inputs());
        assertArrayEquals(new double[][] {{5}, {7}}, examples.get(0).targets());
        assertArrayEquals(new double[][] {{2}}, examples.get(1).inputs());
        assertArrayEquals(new double[][] {{6}}, examples.get(1).targets());
        assertArrayEquals(
                new double[][] {{5}}, Example.of(batch, Scope.SEQUENCE).get(0).targets());
    }

    private static void check(
            final NetworkPlan plan,
            final UnaryOperator<ReferenceNetwork> setup,
            final ReferenceLoss loss,
            final List<Example> examples) {
        final var network = ReferenceNetwork.of(plan, parameters(plan));
        new GradientCheck(plan, setup.apply(network), parameters(plan), loss).passes(examples);
    }

    private static ReferenceLoss loss(final NetworkPlan plan) {
        return plan.outputs().type() == Type.NUMBERS ? ReferenceLoss.squared() : ReferenceLoss.crossEntropy(1, 0.5, 2);
    }

    private static double[] parameters(final NetworkPlan plan) {
        return new Random(11).doubles(ReferenceNetwork.count(plan), -1, 1).toArray();
    }

    /** Sequences of such lengths; of the longest not all targets are known. */
    private static List<Example> examples(final NetworkPlan plan, final int... lengths) {
        final var random = new Random(7);
        return Arrays.stream(lengths)
                .mapToObj(length -> new Example(inputs(plan, length, random), targets(plan, length, random)))
                .toList();
    }

    private static double[][] inputs(final NetworkPlan plan, final int length, final Random random) {
        return Stream.generate(() -> {
                    final var step =
                            random.doubles(plan.inputs().features(), -2, 2).toArray();
                    for (int index = 0; index < plan.inputs().embeddings().size(); index++) {
                        step[plan.inputs().numbers() + index] = random.nextInt(
                                plan.inputs().embeddings().get(index).categories());
                    }
                    return step;
                })
                .limit(length)
                .toArray(double[][]::new);
    }

    private static double[][] targets(final NetworkPlan plan, final int length, final Random random) {
        final var outputs = plan.outputs();
        final var targets = Stream.generate(() -> outputs.type() == Type.NUMBERS
                        ? random.doubles(outputs.values(), -3, 3).toArray()
                        : new double[] {random.nextInt(outputs.values())})
                .limit(outputs.steps(length))
                .toArray(double[][]::new);
        if (targets.length > 5) {
            targets[3][0] = Double.NaN;
            Arrays.fill(targets[5], Double.NaN);
        }
        return targets;
    }
}
