package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.kernel.LayerKernel.Mode;
import org.rnn4knime.engine.network.kernel.Moment;
import org.rnn4knime.engine.network.kernel.PoolingKernel;
import org.rnn4knime.engine.network.kernel.Signal;
import org.rnn4knime.engine.network.reference.ReferenceNetwork;

/** Where many slices, groups of steps, empty windows, dropout and unknown targets meet. */
class NetworkCornersTest {

    private static NetworkSettings settings(
            final CellType cell,
            final int layers,
            final boolean bidirectional,
            final Optional<Convolution> convolution,
            final Summary summary,
            final double dropout) {
        return new NetworkSettings(cell, 3, layers, bidirectional, Activation.TANH, convolution, summary, dropout);
    }

    /** The convolution's gradient by its inputs is what the vectors learn from. */
    @ParameterizedTest
    @CsvSource({"3, 2, SEQUENCE", "2, 1, STEP", "5, 1, STEP"})
    void embeddingsLearnThroughAConvolution(final int kernelSize, final int poolingSize, final Scope scope) {
        final var inputs = new Inputs(1, List.of(new Embedding(5, 3), new Embedding(2, 1)));
        for (final var cell : CellType.values()) {
            final var settings =
                    settings(cell, 1, true, Optional.of(new Convolution(4, kernelSize, poolingSize)), Summary.MEAN, 0);
            NetworkAgainstReferenceTest.assertEqualsReference(Problem.of(
                    new NetworkPlan(inputs, settings, new Outputs(3, Type.CLASSES, scope)),
                    NetworkAgainstReferenceTest.RAGGED));
        }
    }

    /** More slices than there are gradients kept apart. */
    @Test
    void manySlices() {
        final var lengths =
                IntStream.range(0, 1200).map(window -> 1 + window % 3).toArray();
        NetworkAgainstReferenceTest.assertEqualsReference(Problem.of(
                new NetworkPlan(
                        new Inputs(1, List.of(new Embedding(3, 2))),
                        settings(CellType.GRU, 1, false, Optional.empty(), Summary.LAST, 0),
                        new Outputs(3, Type.CLASSES, Scope.STEP)),
                lengths));
    }

    /** The longest windows come first, so the empty ones are a slice of their own. */
    @Test
    void aSliceOfEmptyWindowsLearnsNothing() {
        final var lengths = Arrays.copyOf(new int[] {3, 1, 2, 3, 4, 1, 2, 3, 4, 4, 1, 2, 2, 3, 1, 4}, 20);
        final var problem = Problem.of(
                new NetworkPlan(
                        Inputs.numbers(Problem.FEATURES),
                        settings(CellType.LSTM, 1, false, Optional.empty(), Summary.LAST, 0),
                        new Outputs(2, Type.NUMBERS, Scope.SEQUENCE)),
                lengths);
        NetworkAgainstReferenceTest.assertEqualsReference(
                problem,
                problem.examples().stream()
                        .filter(example -> example.inputs().length > 0)
                        .toList());
    }

    /** What is dropped follows from the seed, so the loss is a function of the parameters. */
    @ParameterizedTest
    @EnumSource
    void theGradientIsThatOfTheLossWithDropout(final CellType cell) {
        final var plan = new NetworkPlan(
                new Inputs(1, List.of(new Embedding(4, 3))),
                settings(cell, 2, true, Optional.of(new Convolution(4, 3, 1)), Summary.LAST, 0.4),
                new Outputs(2, Type.NUMBERS, Scope.STEP));
        final var problem = Problem.of(plan, 5, 3, 4, 5);
        final var training = TrainingPass.of(3);
        final var gradient = problem.solve(1, training).gradient();
        for (final var block : ReferenceNetwork.blocks(plan)) {
            double square = 0;
            for (int index = block.from(); index < block.to(); index++) {
                square += Math.pow(gradient[index], 2);
            }
            final var length = Math.sqrt(square);
            final var step = 2e-3;
            final var losses = new double[2];
            for (int side = 0; side < 2; side++) {
                final var moved = problem.parameters().clone();
                for (int index = block.from(); index < block.to(); index++) {
                    moved[index] += (float) ((side == 0 ? step : -step) * gradient[index] / length);
                }
                losses[side] = new Problem(plan, moved, problem.batch())
                        .solve(1, training)
                        .loss();
            }
            assertEquals(length, (losses[0] - losses[1]) / (2 * step), 0.01 * length + 1e-3, block.name());
        }
    }

    /** Neither exponential functions nor logarithms overflow. */
    @Test
    void hugeParametersGiveFiniteResults() {
        final var plan = new NetworkPlan(
                Inputs.numbers(Problem.FEATURES),
                settings(CellType.LSTM, 1, false, Optional.empty(), Summary.ATTENTION, 0),
                new Outputs(3, Type.CLASSES, Scope.SEQUENCE));
        final var problem = Problem.of(plan, NetworkAgainstReferenceTest.RAGGED);
        final var huge = problem.parameters().clone();
        for (int index = 0; index < huge.length; index++) {
            huge[index] *= 10_000;
        }
        final var answer = new Problem(plan, huge, problem.batch()).solve(1);
        assertTrue(Double.isFinite(answer.loss()));
        for (final var values : List.of(answer.outputs().values(), answer.gradient())) {
            for (final float value : values) {
                assertTrue(Float.isFinite(value));
            }
        }
        for (int window = 0; window < NetworkAgainstReferenceTest.RAGGED.length; window++) {
            final var outputs = answer.outputs();
            assertEquals(1, outputs.get(0, 0, window) + outputs.get(0, 1, window) + outputs.get(0, 2, window), 1e-5);
        }
    }

    /** Their order by length is 0, 2, 1, 3: as many as between the first and the last, but not side by side. */
    @Test
    void windowsThatTheirLengthsReorder() {
        final var plan = new NetworkPlan(
                Inputs.numbers(Problem.FEATURES),
                settings(CellType.GRU, 1, false, Optional.empty(), Summary.LAST, 0),
                new Outputs(2, Type.NUMBERS, Scope.STEP));
        NetworkAgainstReferenceTest.assertEqualsReference(Problem.of(plan, 5, 3, 4, 2));
    }

    /** Also where it is unknown within a sequence: there the output is read, and the gradient goes back through it. */
    @ParameterizedTest
    @EnumSource
    void jordansNetworkReadsItsOutputWhereTheTruthIsUnknown(final Type type) {
        final var plan = new NetworkPlan(
                Inputs.numbers(Problem.FEATURES),
                settings(CellType.JORDAN, 2, false, Optional.empty(), Summary.LAST, 0),
                new Outputs(type == Type.CLASSES ? 3 : 2, type, Scope.STEP));
        final var problem = Problem.of(plan, NetworkAgainstReferenceTest.RAGGED);
        final var targets = problem.batch().targets().values();
        for (int index = 0; index < targets.length; index += 3) {
            targets[index] = Float.NaN;
        }
        final var answer = problem.solve(2, new TrainingPass(1, true, Optional.empty()));
        final var expected =
                problem.reference().withTeacherForcing().gradients(problem.examples(), problem.referenceLoss());
        assertEquals(expected.loss(), answer.loss(), NetworkAgainstReferenceTest.TOLERANCE * (1 + expected.loss()));
        NetworkAgainstReferenceTest.assertGradient(plan, expected.parameters(), answer.gradient());
    }

    /** What no network lets happen yet: values below zero, so that the zeros behind the end of a window would be the largest. */
    @Test
    void poolingDoesNotCountWhatIsBehindTheEnd() {
        final var input = new Signal(1, 2);
        input.resize(2, new int[] {1, 2});
        input.at(0)[0] = -1;
        input.at(0)[1] = -4;
        input.at(1)[1] = -3;
        final var moment = new Moment(Problem.NO_CHECK, 0, Optional.empty(), Optional.empty());
        try (var kernel = new PoolingKernel(1, 2);
                var pass = kernel.pass(2, Mode.TRAINING)) {
            assertArrayEquals(new float[] {-1, -3}, pass.forward(input, moment).at(0));
        }
    }
}
