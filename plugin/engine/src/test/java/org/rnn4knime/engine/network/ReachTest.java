package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.training.SquaredError;

/** How far back a gradient reaches, where the answer is known by hand, and what a measurement leaves alone. */
class ReachTest {

    private static List<double[]> reach(final Problem problem, final int threads) {
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), threads)) {
            return network.reach(problem.batch(), problem.loss(), Problem.NO_CHECK);
        }
    }

    private static NetworkPlan elman(final int units, final Activation activation, final Scope scope) {
        return new NetworkPlan(
                Inputs.numbers(1),
                new NetworkSettings(CellType.ELMAN, units, 1, false, activation, Optional.empty(), Summary.LAST, 0),
                new Outputs(1, Type.NUMBERS, scope));
    }

    /** One unit in its linear part, h = 0: the gradient 2 v (c - target) is multiplied by the weight u at each step back. */
    @ParameterizedTest
    @EnumSource
    void aLinearUnitMultipliesByItsWeightAtEachStep(final Scope scope) {
        final var steps = 30;
        final var targets = Tensor.zeros(scope == Scope.STEP ? steps : 1, 1, 1);
        Arrays.fill(targets.values(), Float.NaN);
        targets.values()[targets.values().length - 1] = 3;
        final var parameters = new float[] {1, 0.5f, 0, 0.25f, 1};
        final var problem = new Problem(
                elman(1, Activation.TANH, scope), parameters, Batch.ofEqualLength(Tensor.zeros(steps, 1, 1), targets));

        final var norms = reach(problem, 1).get(0);

        assertEquals(steps, norms.length);
        for (int lag = 0; lag < steps; lag++) {
            assertEquals(Math.pow(0.5, lag), norms[lag], 1e-6 * Math.pow(0.5, lag), "lag " + lag);
        }
    }

    /** Rectified units that are above zero are linear too: here the gradient grows. */
    @Test
    void aRectifiedUnitCanMakeTheGradientGrow() {
        final var inputs = Tensor.zeros(20, 1, 1);
        Arrays.fill(inputs.values(), 1e-3f);
        final var problem = new Problem(
                elman(1, Activation.RELU, Scope.SEQUENCE),
                new float[] {1, 1.5f, 0, 1, 0},
                Batch.ofEqualLength(inputs, Tensor.zeros(1, 1, 1)));

        final var norms = reach(problem, 1).get(0);

        for (int lag = 0; lag < 20; lag++) {
            assertEquals(Math.pow(1.5, lag), norms[lag] / norms[0], 1e-5 * Math.pow(1.5, lag));
        }
    }

    /** The change of the loss when what two units wrote at a step is moved, computed step by step in double precision. */
    @Test
    void equalsTheChangeOfTheLossWhenAStateIsMoved() {
        final var inputs = new double[] {0.5, -1, 0.25, 2, -0.75};
        final var parameters = new float[] {0.75f, -0.5f, 0.5f, 1, -0.75f, 0.25f, 0.125f, -0.25f, 1.5f, -1, 0.5f};
        final var tensor = Tensor.zeros(5, 1, 1);
        for (int step = 0; step < 5; step++) {
            tensor.values()[step] = (float) inputs[step];
        }
        final var problem = new Problem(
                elman(2, Activation.TANH, Scope.SEQUENCE),
                parameters,
                Batch.ofEqualLength(tensor, new Tensor(1, 1, 1, new float[] {2})));

        final var norms = reach(problem, 1).get(0);

        for (int lag = 0; lag < 5; lag++) {
            final var first = slope(inputs, parameters, 4 - lag, 0);
            final var second = slope(inputs, parameters, 4 - lag, 1);
            assertEquals(Math.hypot(first, second), norms[lag], 1e-5, "lag " + lag);
        }
    }

    private static double slope(final double[] inputs, final float[] parameters, final int step, final int unit) {
        final var move = 1e-5;
        return (loss(inputs, parameters, step, unit, move) - loss(inputs, parameters, step, unit, -move)) / (2 * move);
    }

    /** The parameters are W, then U column by column, b, V, c; column j of U leads to unit j. */
    private static double loss(
            final double[] inputs, final float[] p, final int movedStep, final int movedUnit, final double move) {
        double[] h = {0, 0};
        for (int step = 0; step < inputs.length; step++) {
            final var before = h;
            h = new double[] {
                Math.tanh(p[0] * inputs[step] + p[2] * before[0] + p[3] * before[1] + p[6]),
                Math.tanh(p[1] * inputs[step] + p[4] * before[0] + p[5] * before[1] + p[7])
            };
            if (step == movedStep) {
                h[movedUnit] += move;
            }
        }
        return Math.pow(p[8] * h[0] + p[9] * h[1] + p[10] - 2, 2);
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsChangesNoBit(final CellType cell) {
        for (final var plan : List.of(RnnNetworkTest.large(cell), RnnNetworkTest.small(cell))) {
            final var problem = Problem.of(plan, RnnNetworkTest.LENGTHS);
            final var one = reach(problem, 1);
            assertEquals(plan.settings().numLayers(), one.size());
            for (final var threads : new int[] {2, 4}) {
                final var many = reach(problem, threads);
                for (int layer = 0; layer < one.size(); layer++) {
                    assertArrayEquals(one.get(layer), many.get(layer));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLearnedAfterAMeasurementIsTheSame(final CellType cell) {
        final var problem = Problem.of(RnnNetworkTest.large(cell), RnnNetworkTest.LENGTHS);
        final var expected = problem.solve(2);
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 2)) {
            final var batch = problem.batch();
            final var first = network.reach(batch, problem.loss(), Problem.NO_CHECK);
            final var gradient = new float[problem.parameters().length];
            final var loss = network.gradient(batch, problem.loss(), TrainingPass.of(1), gradient, Problem.NO_CHECK);
            assertEquals(expected.loss(), loss);
            assertArrayEquals(expected.gradient(), gradient);
            final var outputs = network.predict(batch.inputs(), batch.lengths(), Problem.NO_CHECK);
            assertArrayEquals(expected.outputs().values(), outputs.values());
            // Nor does learning change what is measured, though there is dropout.
            final var second = network.reach(batch, problem.loss(), Problem.NO_CHECK);
            for (int layer = 0; layer < first.size(); layer++) {
                assertArrayEquals(first.get(layer), second.get(layer));
            }
        }
    }

    /** Windows without a step, or without a last target, are as if they were not there; so are the targets before the last one. */
    @Test
    void onlyLastTargetsCount() {
        final var plan = RnnNetworkTest.small(CellType.GRU);
        final var all = Problem.of(plan, 6, 0, 4, 6);
        final var targets = all.batch().targets();
        targets.values()[targets.index(5, 0, 0)] = 1;
        targets.values()[targets.index(3, 0, 2)] = 2;
        targets.values()[targets.index(5, 0, 3)] = Float.NaN;
        final var masked = targets.values().clone();
        for (int step = 0; step < 5; step++) {
            masked[targets.index(step, 0, 0)] = Float.NaN;
            masked[targets.index(step, 0, 3)] = 7;
            masked[targets.index(step, 0, 2)] = step == 3 ? 2 : Float.NaN;
        }
        final var other = new Batch(all.batch().inputs(), all.batch().lengths(), new Tensor(6, 1, 4, masked));

        final var norms = reach(all, 1).get(0);

        assertArrayEquals(
                norms, reach(new Problem(plan, all.parameters(), other), 1).get(0));
        assertEquals(6, norms.length);
        final var first = alone(all, 0);
        final var third = alone(all, 2);
        for (int lag = 0; lag < 6; lag++) {
            final var expected = lag < 4 ? (first[lag] + third[lag]) / 2 : first[lag];
            assertEquals(expected, norms[lag], 1e-6 * expected);
        }
    }

    private static double[] alone(final Problem problem, final int window) {
        final var batch = problem.batch();
        final var length = batch.lengths()[window];
        final var inputs = Tensor.zeros(length, Problem.FEATURES, 1);
        final var targets = Tensor.zeros(length, 1, 1);
        for (int step = 0; step < length; step++) {
            System.arraycopy(
                    batch.inputs().step(step, window), 0, inputs.values(), inputs.index(step, 0, 0), Problem.FEATURES);
            targets.values()[step] = batch.targets().get(step, 0, window);
        }
        return reach(new Problem(problem.plan(), problem.parameters(), Batch.ofEqualLength(inputs, targets)), 1)
                .get(0);
    }

    @Test
    void nothingIsMeasuredWhereThereIsNothing() {
        for (final var plan : List.of(RnnNetworkTest.large(CellType.LSTM), RnnNetworkTest.small(CellType.ELMAN))) {
            final var empty = reach(Problem.of(plan, 0, 0, 0), 2);
            assertEquals(plan.settings().numLayers(), empty.size());
            empty.forEach(norms -> assertEquals(0, norms.length));
        }
    }

    @Test
    void whatIsNotFiniteIsToldAsItIs() {
        final var inputs = Tensor.zeros(200, 1, 1);
        Arrays.fill(inputs.values(), 1);
        final var problem = new Problem(
                elman(1, Activation.RELU, Scope.SEQUENCE),
                new float[] {1, 4, 0, 1, 0},
                Batch.ofEqualLength(inputs, Tensor.zeros(1, 1, 1)));
        assertFalse(Double.isFinite(reach(problem, 1).get(0)[199]));
    }

    @Test
    void aCheckEndsAMeasurement() {
        final var problem = Problem.of(RnnNetworkTest.small(CellType.LSTM), 9, 9);
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 1)) {
            assertThrows(
                    CancellationException.class,
                    () -> network.reach(problem.batch(), problem.loss(), () -> {
                        throw new CancellationException();
                    }));
            assertTrue(network.reach(problem.batch(), problem.loss(), Problem.NO_CHECK)
                            .get(0)[0]
                    > 0);
        }
    }

    @Test
    void refusesABatchOfAnotherNetwork() {
        final var problem = Problem.of(RnnNetworkTest.small(CellType.LSTM), 9, 9);
        final var batch = new Batch(problem.batch().inputs(), new int[] {9, 9}, Tensor.zeros(1, 1, 2));
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 1)) {
            final var loss = new SquaredError();
            assertThrows(IllegalArgumentException.class, () -> network.reach(batch, loss, Problem.NO_CHECK));
        }
    }
}
