package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.reference.Example;
import org.rnn4knime.engine.network.reference.ReferenceNetwork;
import org.rnn4knime.engine.sequence.Tensor;

/** What computes fast equals the equations in double precision: outputs, loss and the gradient by each block of parameters. */
class NetworkAgainstReferenceTest {

    static final double TOLERANCE = 1e-5;

    private static final int UNITS = 3;

    /** More than a slice, of very different lengths. */
    static final int[] RAGGED = {1, 2, 9, 5, 9, 1, 2, 8, 9, 3, 4, 1, 7, 9, 2, 6, 5, 4, 9, 1};

    private static final int[] EQUAL = {9, 9, 9, 9, 9};

    private static final int[] ONE_STEP = {1, 1, 1};

    private static final int[] ONE_WINDOW = {9};

    static void assertEqualsReference(final Problem problem) {
        assertEqualsReference(problem, problem.examples());
    }

    static void assertEqualsReference(final Problem problem, final List<Example> examples) {
        final var answer = problem.solve(2);
        final var reference = problem.reference();
        assertOutputs(problem, answer.outputs(), reference, examples);
        final var expected = reference.gradients(examples, problem.referenceLoss());
        assertEquals(expected.loss(), answer.loss(), TOLERANCE * (1 + Math.abs(expected.loss())));
        assertGradient(problem.plan(), expected.parameters(), answer.gradient());
    }

    private static void assertOutputs(
            final Problem problem,
            final Tensor outputs,
            final ReferenceNetwork reference,
            final List<Example> examples) {
        double error = 0;
        double size = 0;
        for (int window = 0; window < examples.size(); window++) {
            final var expected = reference.outputs(examples.get(window));
            for (int step = 0; step < outputs.steps(); step++) {
                for (int value = 0; value < outputs.features(); value++) {
                    final var wanted = step < expected.length ? expected[step][value] : 0;
                    error += Math.pow(wanted - outputs.get(step, value, window), 2);
                    size += Math.pow(wanted, 2);
                }
            }
        }
        assertTrue(
                Math.sqrt(error / size) <= TOLERANCE, "outputs of " + problem.plan() + ": " + Math.sqrt(error / size));
    }

    static void assertGradient(final NetworkPlan plan, final double[] expected, final float[] gradient) {
        for (final var block : ReferenceNetwork.blocks(plan)) {
            final var difference = block.difference(expected, Problem.doubles(gradient));
            assertTrue(difference <= TOLERANCE, block.name() + " of " + plan + ": " + difference);
        }
    }

    private static NetworkSettings settings(final CellType cell, final int layers, final boolean bidirectional) {
        return new NetworkSettings(
                cell, UNITS, layers, bidirectional, Activation.TANH, Optional.empty(), Summary.LAST, 0);
    }

    private static NetworkSettings settings(final CellType cell, final boolean bidirectional, final Summary summary) {
        return new NetworkSettings(cell, UNITS, 1, bidirectional, Activation.TANH, Optional.empty(), summary, 0);
    }

    private static NetworkPlan plan(final NetworkSettings settings, final Type type, final Scope scope) {
        return new NetworkPlan(
                Inputs.numbers(Problem.FEATURES), settings, new Outputs(type == Type.CLASSES ? 3 : 2, type, scope));
    }

    static Stream<Arguments> shapes() {
        final var shapes = new ArrayList<Arguments>();
        for (final var cell : CellType.values()) {
            for (final var layers : new int[] {1, 2}) {
                for (final var bidirectional : new boolean[] {false, true}) {
                    for (final var scope : Scope.values()) {
                        for (final var type : Type.values()) {
                            shapes.add(Arguments.of(cell, layers, bidirectional, scope, type));
                        }
                    }
                }
            }
        }
        return shapes.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyCellInEveryShape(
            final CellType cell, final int layers, final boolean bidirectional, final Scope scope, final Type type) {
        final var plan = plan(settings(cell, layers, bidirectional), type, scope);
        for (final var lengths : List.of(EQUAL, RAGGED, ONE_STEP, ONE_WINDOW)) {
            assertEqualsReference(Problem.of(plan, lengths));
        }
    }

    /** Weight gradients of many steps are added up together; here are more steps than that. */
    @ParameterizedTest
    @EnumSource
    void aLongSequenceAloneAndAmongOthers(final CellType cell) {
        for (final var bidirectional : new boolean[] {false, true}) {
            final var plan = plan(settings(cell, 1, bidirectional), Type.NUMBERS, Scope.STEP);
            assertEqualsReference(Problem.of(plan, 300));
            assertEqualsReference(Problem.of(plan, 150, 7, 130));
        }
    }

    @Test
    void aLastSliceOfOneWindow() {
        final var lengths = new int[17];
        Arrays.setAll(lengths, window -> 1 + window % 9);
        for (final var cell : CellType.values()) {
            assertEqualsReference(Problem.of(plan(settings(cell, 1, true), Type.CLASSES, Scope.STEP), lengths));
        }
    }

    @ParameterizedTest
    @CsvSource({"ELMAN, SIGMOID", "ELMAN, RELU", "JORDAN, SIGMOID", "JORDAN, RELU"})
    void everyActivation(final CellType cell, final Activation activation) {
        final var settings = new NetworkSettings(cell, UNITS, 2, false, activation, Optional.empty(), Summary.LAST, 0);
        assertEqualsReference(Problem.of(plan(settings, Type.NUMBERS, Scope.STEP), RAGGED));
    }

    @ParameterizedTest
    @EnumSource
    void everySummaryOfEveryCell(final Summary summary) {
        for (final var cell : CellType.values()) {
            for (final var bidirectional : new boolean[] {false, true}) {
                final var settings = settings(cell, bidirectional, summary);
                assertEqualsReference(Problem.of(plan(settings, Type.NUMBERS, Scope.SEQUENCE), RAGGED));
                if (cell != CellType.JORDAN || summary != Summary.MAX) {
                    assertEqualsReference(Problem.of(plan(settings, Type.CLASSES, Scope.SEQUENCE), RAGGED));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, SEQUENCE", "3, 1, STEP", "4, 2, SEQUENCE", "3, 3, SEQUENCE", "11, 1, STEP"})
    void convolutionBeforeEveryCell(final int kernelSize, final int poolingSize, final Scope scope) {
        for (final var cell : CellType.values()) {
            final var settings = new NetworkSettings(
                    cell,
                    UNITS,
                    1,
                    true,
                    Activation.TANH,
                    Optional.of(new Convolution(4, kernelSize, poolingSize)),
                    Summary.LAST,
                    0);
            assertEqualsReference(Problem.of(plan(settings, Type.CLASSES, scope), RAGGED));
            assertEqualsReference(Problem.of(plan(settings, Type.CLASSES, scope), ONE_WINDOW));
        }
    }

    @ParameterizedTest
    @EnumSource
    void embeddingsBesideNumbers(final CellType cell) {
        final var inputs = new Inputs(1, List.of(new Embedding(5, 3), new Embedding(2, 1)));
        for (final var scope : Scope.values()) {
            final var plan = new NetworkPlan(inputs, settings(cell, 1, false), new Outputs(3, Type.CLASSES, scope));
            assertEqualsReference(Problem.of(plan, RAGGED));
        }
    }

    @Test
    void embeddingsAlone() {
        final var inputs = new Inputs(0, List.of(new Embedding(7, 2)));
        final var plan =
                new NetworkPlan(inputs, settings(CellType.GRU, 1, true), new Outputs(3, Type.CLASSES, Scope.STEP));
        assertEqualsReference(Problem.of(plan, RAGGED));
    }

    @ParameterizedTest
    @EnumSource
    void jordansNetworkReadsTheTruthWhereItIsKnown(final Type type) {
        final var problem = Problem.of(plan(settings(CellType.JORDAN, 2, false), type, Scope.STEP), RAGGED);
        final var answer = problem.solve(2, new TrainingPass(1, true, Optional.empty()));
        final var expected =
                problem.reference().withTeacherForcing().gradients(problem.examples(), problem.referenceLoss());
        assertEquals(expected.loss(), answer.loss(), TOLERANCE);
        assertGradient(problem.plan(), expected.parameters(), answer.gradient());
    }

    /** The gradient of a piece of a sequence does not reach into the piece before it, but the state does. */
    @ParameterizedTest
    @EnumSource
    void truncatedBackPropagationOfEveryCell(final CellType cell) {
        final var problem = Problem.of(plan(settings(cell, 2, false), Type.CLASSES, Scope.STEP), RAGGED);
        assertPiecesEqualReference(problem, problem.reference(), false);
    }

    @Test
    void theTruthIsCarriedOnToo() {
        final var problem = Problem.of(plan(settings(CellType.JORDAN, 2, false), Type.NUMBERS, Scope.STEP), RAGGED);
        assertPiecesEqualReference(problem, problem.reference().withTeacherForcing(), true);
    }

    /** From a piece without a known target nothing is learned, but its state is carried on. */
    private static void assertPiecesEqualReference(
            final Problem problem, final ReferenceNetwork reference, final boolean teacherForcing) {
        final var targets = problem.batch().targets();
        Arrays.fill(targets.values(), targets.index(4, 0, 0), targets.index(6, 0, 0), Float.NaN);
        final var training = new TrainingPass(1, teacherForcing, Optional.of(new CarriedState()));
        final var gradient = new float[problem.parameters().length];
        List<List<double[]>> states = IntStream.range(0, RAGGED.length)
                .mapToObj(window -> List.<double[]>of())
                .toList();
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 2)) {
            for (final int from : new int[] {0, 4, 6}) {
                final var piece = problem.batch().steps(from, from + (from == 0 ? 4 : 2 + from / 6));
                final var loss = network.gradient(piece, problem.loss(), training, gradient, Problem.NO_CHECK);

                final var examples = begun(Example.of(piece, Scope.STEP), states);
                if (from == 4) {
                    assertEquals(0, loss);
                    assertArrayEquals(new float[gradient.length], gradient);
                } else {
                    final var expected = reference.gradients(examples, problem.referenceLoss());
                    assertEquals(expected.loss(), loss, TOLERANCE * (1 + expected.loss()));
                    assertGradient(problem.plan(), expected.parameters(), gradient);
                }
                states = examples.stream().map(reference::states).toList();
            }
        }
    }

    private static List<Example> begun(final List<Example> examples, final List<List<double[]>> states) {
        return IntStream.range(0, examples.size())
                .mapToObj(window -> examples.get(window).startingFrom(states.get(window)))
                .toList();
    }
}
