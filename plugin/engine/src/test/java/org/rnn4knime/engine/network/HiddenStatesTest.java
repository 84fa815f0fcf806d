package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.sequence.Tensor;

/** What a reading tells of the states that the outputs are made from. */
class HiddenStatesTest {

    private static final double TOLERANCE = 1e-5;

    private static final int UNITS = 3;

    private static final int[] RAGGED = NetworkAgainstReferenceTest.RAGGED;

    private static NetworkPlan plan(final NetworkSettings settings, final Type type, final Scope scope) {
        return new NetworkPlan(
                Inputs.numbers(Problem.FEATURES), settings, new Outputs(type == Type.CLASSES ? 3 : 2, type, scope));
    }

    private static NetworkSettings settings(final CellType cell, final boolean bidirectional, final Summary summary) {
        return new NetworkSettings(cell, UNITS, 1, bidirectional, Activation.TANH, Optional.empty(), summary, 0);
    }

    private static Reading read(final Problem problem, final int threads) {
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), threads)) {
            return read(network, problem);
        }
    }

    private static Reading read(final RnnNetwork network, final Problem problem) {
        return network.read(problem.batch().inputs(), problem.batch().lengths(), Problem.NO_CHECK);
    }

    private static void assertSameBits(final Reading expected, final Reading actual) {
        assertSameBits(expected.outputs(), actual.outputs());
        assertSameBits(expected.states(), actual.states());
    }

    private static void assertSameBits(final Tensor expected, final Tensor actual) {
        assertEquals(expected.steps(), actual.steps());
        assertArrayEquals(bits(expected), bits(actual));
    }

    private static int[] bits(final Tensor tensor) {
        return IntStream.range(0, tensor.values().length)
                .map(index -> Float.floatToRawIntBits(tensor.values()[index]))
                .toArray();
    }

    /** Zeros, not negative ones either, behind the end of a window. */
    private static void assertStatesEqualReference(final Problem problem, final int units) {
        final var reading = read(problem, 2);
        assertSameBits(problem.solve(2).outputs(), reading.outputs());
        final var states = reading.states();
        assertEquals(units, states.features());
        assertEquals(problem.batch().size(), states.windows());
        final var reference = problem.reference();
        int longest = 0;
        for (int window = 0; window < states.windows(); window++) {
            final var expected = reference.hidden(problem.examples().get(window));
            longest = Math.max(longest, expected.length);
            for (int step = 0; step < states.steps(); step++) {
                for (int unit = 0; unit < units; unit++) {
                    final var actual = states.get(step, unit, window);
                    if (step < expected.length) {
                        assertEquals(expected[step][unit], actual, TOLERANCE);
                    } else {
                        assertEquals(0f, actual);
                    }
                }
            }
        }
        assertEquals(longest, states.steps());
    }

    private static int units(final CellType cell, final boolean bidirectional, final Type type) {
        final var values = type == Type.CLASSES ? 3 : 2;
        return (cell == CellType.JORDAN ? values : UNITS) * (bidirectional ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("org.rnn4knime.engine.network.NetworkAgainstReferenceTest#shapes")
    void areThoseOfTheLastRecurrentLayer(
            final CellType cell, final int layers, final boolean bidirectional, final Scope scope, final Type type) {
        final var settings = new NetworkSettings(
                cell, UNITS, layers, bidirectional, Activation.TANH, Optional.empty(), Summary.LAST, 0);
        assertStatesEqualReference(Problem.of(plan(settings, type, scope), RAGGED), units(cell, bidirectional, type));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, STEP", "3, 2, SEQUENCE", "2, 4, SEQUENCE", "1, 20, SEQUENCE"})
    void areAsManyAsThePooledSteps(final int kernelSize, final int poolingSize, final Scope scope) {
        final var convolution = Optional.of(new Convolution(4, kernelSize, poolingSize));
        for (final var cell : CellType.values()) {
            final var settings =
                    new NetworkSettings(cell, UNITS, 2, true, Activation.TANH, convolution, Summary.MEAN, 0.5);
            assertStatesEqualReference(
                    Problem.of(plan(settings, Type.NUMBERS, scope), RAGGED), units(cell, true, Type.NUMBERS));
        }
    }

    /** What becomes of the states of one window where there is one output. */
    private static double[] summary(final NetworkSettings settings, final Tensor states, final int window) {
        final var second = settings.bidirectional() ? states.features() / 2 : states.features();
        return IntStream.range(0, states.features())
                .mapToDouble(unit -> {
                    final var steps = IntStream.range(0, RAGGED[window])
                            .mapToDouble(step -> states.get(step, unit, window))
                            .toArray();
                    return switch (settings.summary()) {
                        case LAST -> steps[unit < second ? steps.length - 1 : 0];
                        case MEAN -> Arrays.stream(steps).average().orElseThrow();
                        case MAX -> Arrays.stream(steps).max().orElseThrow();
                        case ATTENTION -> throw new IllegalArgumentException("its weights are not told");
                    };
                })
                .toArray();
    }

    /** A value that a network of numbers makes of the values of one step. */
    private static double output(final Problem problem, final double[] step, final int value) {
        final var values = problem.plan().outputs().values();
        if (problem.plan().outputIsFedBack()) {
            return step.length == values ? step[value] : (step[value] + step[values + value]) / 2;
        }
        final var parameters = problem.parameters();
        final var column = parameters.length - (step.length + 1) * values + value * step.length;
        double sum = parameters[parameters.length - values + value];
        for (int unit = 0; unit < step.length; unit++) {
            sum += parameters[column + unit] * step[unit];
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(names = "ATTENTION", mode = EnumSource.Mode.EXCLUDE)
    void theOutputOfASequenceFollowsFromThem(final Summary summary) {
        for (final var cell : CellType.values()) {
            for (final var bidirectional : new boolean[] {false, true}) {
                final var settings = settings(cell, bidirectional, summary);
                final var problem = Problem.of(plan(settings, Type.NUMBERS, Scope.SEQUENCE), RAGGED);
                final var reading = read(problem, 1);
                for (int window = 0; window < RAGGED.length; window++) {
                    final var step = summary(settings, reading.states(), window);
                    for (int value = 0; value < 2; value++) {
                        assertEquals(
                                output(problem, step, value), reading.outputs().get(0, value, window), TOLERANCE);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOutputOfAStepFollowsFromThatOfTheStep(final CellType cell) {
        for (final var bidirectional : new boolean[] {false, true}) {
            final var settings = settings(cell, bidirectional, Summary.LAST);
            final var problem = Problem.of(plan(settings, Type.NUMBERS, Scope.STEP), RAGGED);
            final var reading = read(problem, 1);
            final var states = reading.states();
            for (int window = 0; window < RAGGED.length; window++) {
                for (int time = 0; time < RAGGED[window]; time++) {
                    final var step = new double[states.features()];
                    final var first = states.index(time, 0, window);
                    Arrays.setAll(step, unit -> states.values()[first + unit * RAGGED.length]);
                    for (int value = 0; value < 2; value++) {
                        assertEquals(
                                output(problem, step, value), reading.outputs().get(time, value, window), TOLERANCE);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsChangesNoBit(final CellType cell) {
        for (final var plan : List.of(RnnNetworkTest.large(cell), RnnNetworkTest.small(cell))) {
            final var problem = Problem.of(plan, RnnNetworkTest.LENGTHS);
            final var one = read(problem, 1);
            assertSameBits(problem.solve(1).outputs(), one.outputs());
            assertSameBits(one, read(problem, 4));
        }
    }

    @Test
    void aReadingStaysWhenOtherBatchesFollow() {
        final var plan = RnnNetworkTest.small(CellType.LSTM);
        final var problems = List.of(Problem.of(plan, 3, 9, 2), Problem.of(plan, 2, 1, 4), Problem.of(plan, 3, 9, 2));
        final var parameters = problems.get(0).parameters();
        try (var network = RnnNetwork.of(plan, parameters, 2)) {
            final var readings =
                    problems.stream().map(problem -> read(network, problem)).toList();
            for (int number = 0; number < problems.size(); number++) {
                final var alone =
                        new Problem(plan, parameters, problems.get(number).batch());
                assertSameBits(read(alone, 1), readings.get(number));
            }
        }
    }

    @Test
    void manyThreadsReadAndPredictAtOnce() throws InterruptedException, ExecutionException {
        final var problem = Problem.of(RnnNetworkTest.large(CellType.GRU), RnnNetworkTest.LENGTHS);
        final var inputs = problem.batch().inputs();
        final var pool = Executors.newFixedThreadPool(4);
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 1)) {
            final var expected = read(network, problem);
            final List<Future<Reading>> answers = IntStream.range(0, 40)
                    .mapToObj(call -> pool.submit(() -> call % 2 == 0
                            ? read(network, problem)
                            : new Reading(
                                    network.predict(inputs, RnnNetworkTest.LENGTHS, Problem.NO_CHECK),
                                    expected.states())))
                    .toList();
            for (final var answer : answers) {
                assertSameBits(expected, answer.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void ofNothingThereAreNone() {
        final var plan = RnnNetworkTest.large(CellType.LSTM);
        try (var network = RnnNetwork.of(plan, Parameters.initial(plan, 1), 2)) {
            final var nothing = network.read(Tensor.zeros(3, 3, 0), new int[0], Problem.NO_CHECK);
            assertEquals(0, nothing.states().windows());
            final var ended = network.read(Tensor.zeros(3, 3, 2), new int[] {0, 1}, Problem.NO_CHECK);
            assertEquals(2, ended.states().steps());
            for (int unit = 0; unit < ended.states().features(); unit++) {
                assertEquals(0f, ended.states().get(0, unit, 0));
                assertNotEquals(0f, ended.states().get(0, unit, 1));
                assertEquals(0f, ended.states().get(1, unit, 1));
            }
            final var empty = network.read(Tensor.zeros(0, 3, 1), new int[1], Problem.NO_CHECK);
            assertEquals(0, empty.states().steps());
        }
    }

    @Test
    void aMissingInputIsSeenInTheStatesAfterItAlone() {
        final var problem = Problem.of(RnnNetworkTest.small(CellType.GRU), 4, 2);
        final var inputs = problem.batch().inputs();
        inputs.values()[inputs.index(1, 0, 0)] = Float.NaN;
        inputs.values()[inputs.index(2, 0, 1)] = Float.NaN;
        final var states = read(problem, 1).states();
        for (int step = 0; step < 4; step++) {
            assertEquals(step >= 1, Float.isNaN(states.get(step, 0, 0)));
            assertFalse(Float.isNaN(states.get(step, 0, 1)));
        }
    }

    @Test
    void refusesWhatDoesNotFitAndEndsWhenItIsCancelled() {
        final var problem = Problem.of(RnnNetworkTest.small(CellType.ELMAN), 9, 9);
        final var inputs = problem.batch().inputs();
        try (var network = RnnNetwork.of(problem.plan(), problem.parameters(), 1)) {
            final var expected = read(network, problem);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> network.read(Tensor.zeros(9, 3, 2), new int[] {9, 9}, Problem.NO_CHECK));
            assertThrows(
                    IllegalArgumentException.class, () -> network.read(inputs, new int[] {9, 10}, Problem.NO_CHECK));
            final var left = new AtomicInteger(5);
            assertThrows(
                    CancellationException.class,
                    () -> network.read(inputs, new int[] {9, 9}, () -> {
                        if (left.decrementAndGet() == 0) {
                            throw new CancellationException();
                        }
                    }));
            assertEquals(0, left.get());
            assertSameBits(expected, read(network, problem));
        }
    }
}
