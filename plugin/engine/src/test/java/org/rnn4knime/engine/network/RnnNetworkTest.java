package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.runtime.Dl4jRuntime;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** What holds for a network whatever it is made of. */
class RnnNetworkTest {

    static final int[] LENGTHS =
            IntStream.range(0, 75).map(window -> 1 + window * 7 % 30).toArray();

    /** All that there is at once. */
    static NetworkPlan large(final CellType cell) {
        return new NetworkPlan(
                new Inputs(2, List.of(new Embedding(4, 3))),
                new NetworkSettings(
                        cell,
                        24,
                        2,
                        true,
                        Activation.TANH,
                        Optional.of(new Convolution(5, 3, 2)),
                        Summary.ATTENTION,
                        0.3),
                new Outputs(3, Type.CLASSES, Scope.SEQUENCE));
    }

    static NetworkPlan small(final CellType cell) {
        return new NetworkPlan(
                Inputs.numbers(Problem.FEATURES),
                new NetworkSettings(cell, 4),
                new Outputs(1, Type.NUMBERS, Scope.STEP));
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsChangesNoBit(final CellType cell) {
        for (final var plan : List.of(large(cell), small(cell))) {
            final var problem = Problem.of(plan, LENGTHS);
            final var one = problem.solve(1);
            for (final var threads : new int[] {2, 4}) {
                final var many = problem.solve(threads);
                assertArrayEquals(one.outputs().values(), many.outputs().values());
                assertArrayEquals(one.gradient(), many.gradient());
                assertEquals(one.loss(), many.loss());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSequenceAmongOthersGivesWhatItGivesAlone(final CellType cell) {
        final var problem = Problem.of(large(cell), LENGTHS);
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 2)) {
            final var together = network.predict(problem.batch().inputs(), LENGTHS, Problem.NO_CHECK);
            for (final int window : new int[] {0, 1, 16, 74}) {
                final var alone = network.predict(
                        window(problem.batch().inputs(), window, LENGTHS[window]),
                        new int[] {LENGTHS[window]},
                        Problem.NO_CHECK);
                for (int value = 0; value < alone.features(); value++) {
                    assertEquals(alone.get(0, value, 0), together.get(0, value, window), 1e-6);
                }
            }
        }
    }

    private static Tensor window(final Tensor all, final int window, final int steps) {
        final var one = Tensor.zeros(steps, all.features(), 1);
        for (int step = 0; step < steps; step++) {
            for (int feature = 0; feature < all.features(); feature++) {
                one.values()[one.index(step, feature, 0)] = all.get(step, feature, window);
            }
        }
        return one;
    }

    @ParameterizedTest
    @EnumSource
    void aCallerThatKnowsDeeplearning4jAloneGetsTheSame(final CellType cell) {
        for (final var plan : List.of(large(cell), small(cell))) {
            final var problem = Problem.of(plan, 8, 8, 8);
            final var inputs = problem.batch().inputs();
            try (var network = RnnNetwork.of(plan, problem.parameters(), 1)) {
                final var expected = network.predict(inputs, problem.batch().lengths(), Problem.NO_CHECK);
                final var shape = new long[] {inputs.windows(), inputs.features(), inputs.steps()};
                final var actual = Dl4jRuntime.call(() -> network.network()
                        .output(Nd4j.create(inputs.values(), shape, 'f'))
                        .dup('f')
                        .data()
                        .asFloat());
                assertArrayEquals(expected.values(), actual, 1e-6f);
            }
        }
    }

    @Test
    void whatStandsBehindTheEndOfASequenceIsNotRead() {
        final var problem = Problem.of(small(CellType.LSTM), 5, 2, 3);
        final var answer = problem.solve(1);
        for (int step = 2; step < 5; step++) {
            for (int feature = 0; feature < Problem.FEATURES; feature++) {
                final var inputs = problem.batch().inputs();
                inputs.values()[inputs.index(step, feature, 1)] = Float.NaN;
            }
        }
        assertArrayEquals(answer.gradient(), problem.solve(1).gradient());
        assertArrayEquals(answer.outputs().values(), problem.solve(1).outputs().values());
    }

    @Test
    void aMissingInputIsSeenInTheOutputOfItsSequenceAlone() {
        final var problem = Problem.of(small(CellType.GRU), 3, 3);
        final var inputs = problem.batch().inputs();
        inputs.values()[inputs.index(1, 0, 1)] = Float.NaN;
        final var outputs = problem.solve(1).outputs();
        assertFalse(Float.isNaN(outputs.get(2, 0, 0)));
        assertFalse(Float.isNaN(outputs.get(0, 0, 1)));
        assertTrue(Float.isNaN(outputs.get(1, 0, 1)));
    }

    @Test
    void manyThreadsPredictAtOnce() throws InterruptedException, ExecutionException {
        final var problem = Problem.of(large(CellType.LSTM), LENGTHS);
        final var pool = Executors.newFixedThreadPool(4);
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 1)) {
            final var expected = network.predict(problem.batch().inputs(), LENGTHS, Problem.NO_CHECK);
            final List<Future<Tensor>> answers = IntStream.range(0, 40)
                    .mapToObj(call ->
                            pool.submit(() -> network.predict(problem.batch().inputs(), LENGTHS, Problem.NO_CHECK)))
                    .toList();
            for (final var answer : answers) {
                assertArrayEquals(expected.values(), answer.get().values());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void batchesOfDifferentSizesAndLengthsMayFollowEachOther() {
        final var plan = small(CellType.LSTM);
        final var problems = List.of(
                Problem.of(plan, 3, 9, 2), Problem.of(plan, LENGTHS), Problem.of(plan, 1), Problem.of(plan, 3, 9, 2));
        final var parameters = problems.get(0).parameters();
        try (var network = RnnNetwork.of(plan, parameters, 2)) {
            for (final var problem : problems) {
                final var gradient = new float[parameters.length];
                network.gradient(problem.batch(), problem.loss(), TrainingPass.of(1), gradient, Problem.NO_CHECK);
                assertArrayEquals(
                        new Problem(plan, parameters, problem.batch()).solve(1).gradient(), gradient);
            }
        }
    }

    @Test
    void newParametersCountAtOnceAndTheGivenOnesStay() {
        final var problem = Problem.of(small(CellType.ELMAN), 4, 4);
        final var zeros = new float[problem.parameters().length];
        final var before = problem.parameters().clone();
        try (var network = RnnNetwork.of(problem.plan(), zeros, 1)) {
            final var inputs = problem.batch().inputs();
            assertEquals(
                    0,
                    network.predict(inputs, new int[] {4, 4}, Problem.NO_CHECK).get(3, 0, 0));
            network.setParameters(problem.parameters());
            assertNotEquals(
                    0,
                    network.predict(inputs, new int[] {4, 4}, Problem.NO_CHECK).get(3, 0, 0));
        }
        assertArrayEquals(before, problem.parameters());
        assertArrayEquals(new float[zeros.length], zeros);
    }

    @Test
    void withoutAKnownTargetThereIsNothingToLearn() {
        final var problem = Problem.of(small(CellType.LSTM), 4, 2);
        Arrays.fill(problem.batch().targets().values(), Float.NaN);
        final var answer = problem.solve(1);
        assertEquals(0, answer.loss());
        assertArrayEquals(new float[problem.parameters().length], answer.gradient());
    }

    @Test
    void aSequenceWithoutAStepLearnsNothing() {
        final var problem = Problem.of(large(CellType.GRU), 4, 0, 3);
        final var two = Problem.of(large(CellType.GRU), 4, 0, 3);
        two.batch().targets().values()[1] = 2;
        final var answer = problem.solve(1);
        assertTrue(Double.isFinite(answer.loss()));
        assertArrayEquals(answer.gradient(), two.solve(1).gradient());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void whatTheCheckThrowsEndsTheComputationWithinASequence(final int calls) {
        final var problem = Problem.of(small(CellType.LSTM), 9, 9);
        final var failure = new CancellationException("enough");
        final var left = new AtomicInteger(calls);
        final var caller = Thread.currentThread();
        final Runnable check = () -> {
            assertSame(caller, Thread.currentThread());
            if (left.decrementAndGet() == 0) {
                throw failure;
            }
        };
        final var gradient = new float[problem.parameters().length];
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 1)) {
            final var thrown = assertThrows(
                    CancellationException.class,
                    () -> network.gradient(problem.batch(), problem.loss(), TrainingPass.of(1), gradient, check));
            assertSame(failure, thrown);
            assertEquals(0, left.get());
            network.gradient(problem.batch(), problem.loss(), TrainingPass.of(1), gradient, Problem.NO_CHECK);
        }
        assertArrayEquals(problem.solve(1).gradient(), gradient);
    }

    @Test
    void predictsNothingForNothing() {
        final var plan = small(CellType.LSTM);
        try (var network = RnnNetwork.of(plan, new float[Parameters.count(plan)], 2)) {
            final var outputs = network.predict(Tensor.zeros(3, 2, 0), new int[0], Problem.NO_CHECK);
            assertEquals(0, outputs.values().length);
            final var ended = network.predict(Tensor.zeros(3, 2, 1), new int[1], Problem.NO_CHECK);
            assertArrayEquals(new float[3], ended.values());
        }
    }

    @Test
    void theLargestOfValuesWithAMissingOneIsMissing() {
        for (final var convolution : List.of(Optional.<Convolution>empty(), Optional.of(new Convolution(2, 1, 4)))) {
            final var settings =
                    new NetworkSettings(CellType.ELMAN, 3, 1, false, Activation.TANH, convolution, Summary.MAX, 0);
            final var plan = new NetworkPlan(Inputs.numbers(2), settings, new Outputs(1, Type.NUMBERS, Scope.SEQUENCE));
            final var problem = Problem.of(plan, 4, 4);
            final var inputs = problem.batch().inputs();
            inputs.values()[inputs.index(3, 1, 0)] = Float.NaN;
            final var outputs = problem.solve(1).outputs();
            assertTrue(Float.isNaN(outputs.get(0, 0, 0)));
            assertFalse(Float.isNaN(outputs.get(0, 0, 1)));
        }
    }

    @Test
    void oneCancelledPredictionLeavesTheOthersAlone() throws InterruptedException, ExecutionException {
        final var problem = Problem.of(large(CellType.GRU), LENGTHS);
        final var other = Problem.of(large(CellType.GRU), 9, 30, 2);
        final var pool = Executors.newFixedThreadPool(4);
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 1)) {
            final var expected = network.predict(problem.batch().inputs(), LENGTHS, Problem.NO_CHECK);
            final var few =
                    network.predict(other.batch().inputs(), other.batch().lengths(), Problem.NO_CHECK);
            for (int round = 0; round < 10; round++) {
                final var left = new AtomicInteger(5 + round);
                final var cancelled =
                        pool.submit(() -> network.predict(problem.batch().inputs(), LENGTHS, () -> {
                            if (left.decrementAndGet() == 0) {
                                throw new CancellationException();
                            }
                        }));
                final var whole =
                        pool.submit(() -> network.predict(problem.batch().inputs(), LENGTHS, Problem.NO_CHECK));
                final var small = pool.submit(() ->
                        network.predict(other.batch().inputs(), other.batch().lengths(), Problem.NO_CHECK));
                assertThrows(ExecutionException.class, cancelled::get);
                assertArrayEquals(expected.values(), whole.get().values());
                assertArrayEquals(few.values(), small.get().values());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aBatchOfOneStepIsABatch() {
        final var plan = small(CellType.JORDAN);
        final var batch = Batch.ofEqualLength(Tensor.zeros(1, 2, 1), Tensor.zeros(1, 1, 1));
        assertTrue(Double.isFinite(new Problem(plan, new float[Parameters.count(plan)], batch)
                .solve(1)
                .loss()));
    }
}
