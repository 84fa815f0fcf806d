package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.reference.Example;

/** How far back a gradient reaches equals the derivatives of the equations in double precision, in networks of all shapes. */
class ReachAgainstReferenceTest {

    private static final double TOLERANCE = 1e-4;

    private static final int[] RAGGED = {1, 2, 9, 5, 9, 1, 0, 8, 9, 3, 4, 1, 7, 9, 2, 6, 5, 0, 9, 1};

    private static NetworkSettings settings(
            final CellType cell,
            final int layers,
            final boolean bidirectional,
            final Optional<Convolution> convolution,
            final Summary summary) {
        return new NetworkSettings(cell, 3, layers, bidirectional, Activation.TANH, convolution, summary, 0);
    }

    private static void assertEqualsReference(final NetworkPlan plan, final int... lengths) {
        final var problem = Problem.of(plan, lengths);
        final List<double[]> found;
        try (var network = RnnNetwork.of(plan, problem.parameters(), 2)) {
            found = network.reach(problem.batch(), problem.loss(), Problem.NO_CHECK);
        }
        assertEquals(plan.settings().numLayers(), found.size());
        for (int layer = 0; layer < found.size(); layer++) {
            final var expected = expected(problem, layer);
            assertEquals(expected.length, found.get(layer).length);
            for (int lag = 0; lag < expected.length; lag++) {
                assertTrue(expected[lag] > 0);
                assertEquals(
                        expected[lag],
                        found.get(layer)[lag],
                        TOLERANCE * expected[lag] + 1e-6 * expected[0],
                        "lag " + lag + " of layer " + layer + " of " + plan);
            }
        }
    }

    /** The mean norms by lag, over the windows whose last target is known. */
    private static double[] expected(final Problem problem, final int layer) {
        final var sums = new double[9];
        final var counts = new int[9];
        for (final var example : problem.examples()) {
            final var length = example.inputs().length;
            if (length > 0 && Arrays.stream(last(example)).anyMatch(target -> !Double.isNaN(target))) {
                final var norms = norms(problem, atEnd(example), layer);
                for (int lag = 0; lag < norms.length; lag++) {
                    sums[lag] += norms[lag];
                    counts[lag]++;
                }
            }
        }
        return IntStream.range(0, 9)
                .filter(lag -> counts[lag] > 0)
                .mapToDouble(lag -> sums[lag] / counts[lag])
                .toArray();
    }

    private static double[] last(final Example example) {
        return example.targets()[example.targets().length - 1];
    }

    private static Example atEnd(final Example example) {
        final var targets = new double[example.targets().length][last(example).length];
        for (final var step : targets) {
            Arrays.fill(step, Double.NaN);
        }
        targets[targets.length - 1] = last(example);
        return new Example(example.inputs(), targets);
    }

    private static double[] norms(final Problem problem, final Example example, final int layer) {
        final var gradients = problem.reference()
                .hiddenGradients(example, problem.referenceLoss())
                .get(layer);
        final var squares = new double[gradients.length];
        for (int step = 0; step < gradients.length; step++) {
            final var values = gradients[step].length;
            final var ahead = problem.plan().settings().bidirectional() ? values / 2 : values;
            for (int value = 0; value < values; value++) {
                final var lag = value < ahead ? gradients.length - 1 - step : step;
                squares[lag] += Math.pow(gradients[step][value], 2);
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void layersAndDirections(final CellType cell) {
        for (final var layers : new int[] {1, 2}) {
            for (final var bidirectional : new boolean[] {false, true}) {
                for (final var scope : Scope.values()) {
                    for (final var type : Type.values()) {
                        final var plan = new NetworkPlan(
                                Inputs.numbers(Problem.FEATURES),
                                settings(cell, layers, bidirectional, Optional.empty(), Summary.LAST),
                                new Outputs(3, type, scope));
                        assertEqualsReference(plan, RAGGED);
                        assertEqualsReference(plan, 9);
                        assertEqualsReference(plan, 1);
                    }
                }
            }
        }
    }

    /** A pooling leaves fewer steps, and a lag for each. */
    @ParameterizedTest
    @EnumSource
    void convolutionAndPooling(final CellType cell) {
        for (final var pooling : new int[] {1, 2, 4}) {
            final var settings = settings(cell, 1, true, Optional.of(new Convolution(4, 3, pooling)), Summary.LAST);
            final var plan = new NetworkPlan(
                    new Inputs(1, List.of(new Embedding(5, 3))),
                    settings,
                    new Outputs(3, Type.CLASSES, Scope.SEQUENCE));
            assertEqualsReference(plan, RAGGED);
            final var problem = Problem.of(plan, 9);
            try (var network = RnnNetwork.of(plan, problem.parameters(), 1)) {
                final var norms = network.reach(problem.batch(), problem.loss(), Problem.NO_CHECK);
                assertEquals((9 + pooling - 1) / pooling, norms.get(0).length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void summaries(final Summary summary) {
        for (final var cell : List.of(CellType.ELMAN, CellType.LSTM, CellType.GRU)) {
            final var plan = new NetworkPlan(
                    Inputs.numbers(Problem.FEATURES),
                    settings(cell, 2, false, Optional.empty(), summary),
                    new Outputs(2, Type.NUMBERS, Scope.SEQUENCE));
            final var lengths = new ArrayList<Integer>();
            for (int window = 0; window < 50; window++) {
                lengths.add(1 + window % 9);
            }
            assertEqualsReference(
                    plan, lengths.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Test
    void noStepIsTooFar() {
        final var plan = new NetworkPlan(
                Inputs.numbers(Problem.FEATURES),
                settings(CellType.GRU, 1, false, Optional.empty(), Summary.LAST),
                new Outputs(2, Type.NUMBERS, Scope.STEP));
        assertEqualsReference(plan, 1, 1, 1, 9);
    }
}
