package org.rnn4knime.engine.network.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.runtime.Dl4jRuntime;

class SequenceKernelTest {

    private static final Runnable NO_CHECK = () -> {};

    /** A problem and what the kernel answers: [window, feature, time] with windows side by side, then features, then steps. */
    private record Problem(ReferenceCell cell, int windows, int steps, int inputs, int units) {

        float[] parameters() {
            return random(1, cell.parameters(inputs, units));
        }

        float[] input() {
            return random(2, windows * steps * inputs);
        }

        /** The loss is the sum of the outputs, each times one of these. */
        float[] outputGradient() {
            return random(3, windows * steps * units);
        }

        Answer solve(final int threads) {
            return Dl4jRuntime.call(() -> {
                try (var kernel = kernel(threads)) {
                    return solve(kernel, NO_CHECK);
                }
            });
        }

        SequenceKernel kernel(final int threads) {
            return new SequenceKernel(cell.kernel(), inputs, units, threads);
        }

        Answer solve(final SequenceKernel kernel, final Runnable check) {
            final var answer = new Answer(
                    series(new float[windows * steps * units], units),
                    series(new float[windows * steps * inputs], inputs),
                    floats(new float[cell.parameters(inputs, units)]));
            kernel.forward(floats(parameters()), series(input(), inputs), answer.output, true, check);
            kernel.backward(series(outputGradient(), units), Optional.of(answer.inputGradient), answer.gradient, check);
            return answer;
        }

        private Series series(final float[] values, final int features) {
            return new Series(floats(values), windows, features, steps, windows, windows * features);
        }

        double[][][] referenceStates(final double[] parameters, final double[] input) {
            final var states = new double[windows][][];
            for (int window = 0; window < windows; window++) {
                final var sequence = new double[steps][inputs];
                for (int step = 0; step < steps; step++) {
                    for (int feature = 0; feature < inputs; feature++) {
                        sequence[step][feature] = input[(step * inputs + feature) * windows + window];
                    }
                }
                states[window] = cell.states(parameters, units, sequence);
            }
            return states;
        }

        double[] referenceOutput(final double[] parameters, final double[] input) {
            final var states = referenceStates(parameters, input);
            final var output = new double[windows * steps * units];
            for (int index = 0; index < output.length; index++) {
                output[index] = states[index % windows][index / windows / units][index / windows % units];
            }
            return output;
        }

        double referenceLoss(final double[] parameters, final double[] input) {
            final var output = referenceOutput(parameters, input);
            final var factors = outputGradient();
            double loss = 0;
            for (int index = 0; index < output.length; index++) {
                loss += factors[index] * output[index];
            }
            return loss;
        }

        /** By parameters or, if not, inputs. */
        double[] numericalGradient(final boolean byParameters) {
            final var parameters = doubles(parameters());
            final var input = doubles(input());
            final var moved = byParameters ? parameters : input;
            final var gradient = new double[moved.length];
            for (int index = 0; index < moved.length; index++) {
                final var value = moved[index];
                moved[index] = value + 1e-5;
                final var above = referenceLoss(parameters, input);
                moved[index] = value - 1e-5;
                gradient[index] = (above - referenceLoss(parameters, input)) / 2e-5;
                moved[index] = value;
            }
            return gradient;
        }
    }

    private record Answer(Series output, Series inputGradient, FloatBuffer gradient) {}

    private static float[] random(final long seed, final int count) {
        final var random = new Random(seed);
        final var values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = (float) random.nextGaussian() / 2;
        }
        return values;
    }

    private static FloatBuffer floats(final float[] values) {
        return ByteBuffer.allocateDirect(values.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(0, values);
    }

    private static float[] array(final FloatBuffer values) {
        final var array = new float[values.capacity()];
        values.get(0, array);
        return array;
    }

    private static double[] doubles(final float[] values) {
        final var doubles = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            doubles[index] = values[index];
        }
        return doubles;
    }

    private static double norm(final double[] values) {
        double squares = 0;
        for (final var value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static void assertClose(final double[] expected, final FloatBuffer actual) {
        final var difference = doubles(array(actual));
        for (int index = 0; index < expected.length; index++) {
            difference[index] -= expected[index];
        }
        final var relative = norm(difference) / norm(expected);
        assertTrue(relative < 2e-5, "relative difference " + relative);
    }

    @ParameterizedTest
    @CsvSource({
        "ELMAN, 1, 1, 1, 1", "ELMAN, 3, 2, 1, 4", "ELMAN, 35, 4, 3, 5", "ELMAN, 1, 9, 2, 3",
        "LSTM, 1, 1, 1, 1", "LSTM, 3, 2, 1, 4", "LSTM, 35, 4, 3, 5", "LSTM, 1, 9, 2, 3",
        "GRU, 1, 1, 1, 1", "GRU, 3, 2, 1, 4", "GRU, 35, 4, 3, 5", "GRU, 1, 9, 2, 3"
    })
    void computesTheEquationsAndTheirGradients(
            final ReferenceCell cell, final int windows, final int steps, final int inputs, final int units) {
        final var problem = new Problem(cell, windows, steps, inputs, units);

        final var answer = problem.solve(2);

        final var expected = problem.referenceOutput(doubles(problem.parameters()), doubles(problem.input()));
        assertArrayEquals(expected, doubles(array(answer.output.values())), 2e-6);
        assertClose(problem.numericalGradient(true), answer.gradient);
        assertClose(problem.numericalGradient(false), answer.inputGradient.values());
    }

    @ParameterizedTest
    @EnumSource
    void computesALongSequence(final ReferenceCell cell) {
        final var problem = new Problem(cell, 2, 1000, 2, 8);

        final var answer = problem.solve(2);

        final var expected = problem.referenceOutput(doubles(problem.parameters()), doubles(problem.input()));
        assertArrayEquals(expected, doubles(array(answer.output.values())), 2e-5);
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsChangesNoBit(final ReferenceCell cell) {
        final var problem = new Problem(cell, 75, 30, 3, 24);

        final var one = problem.solve(1);

        for (final var threads : new int[] {2, 4}) {
            final var many = problem.solve(threads);
            assertArrayEquals(array(one.output.values()), array(many.output.values()));
            assertArrayEquals(array(one.inputGradient.values()), array(many.inputGradient.values()));
            assertArrayEquals(array(one.gradient), array(many.gradient));
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchesOfDifferentSizesMayFollowEachOther(final ReferenceCell cell) {
        final var large = new Problem(cell, 20, 7, 2, 3);
        final var small = new Problem(cell, 5, 4, 2, 3);
        Dl4jRuntime.call(() -> {
            try (var kernel = large.kernel(2)) {
                for (final var problem : new Problem[] {large, small, large}) {
                    final var answer = problem.solve(kernel, NO_CHECK);
                    final var alone = problem.solve(1);
                    assertArrayEquals(array(alone.output.values()), array(answer.output.values()));
                    assertArrayEquals(array(alone.gradient), array(answer.gradient));
                }
            }
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingButTheStatesWhereNoGradientFollows(final ReferenceCell cell) {
        final var problem = new Problem(cell, 20, 7, 2, 3);
        final var answer = problem.solve(2);
        Dl4jRuntime.call(() -> {
            try (var kernel = problem.kernel(2)) {
                final var output = problem.series(new float[20 * 7 * 3], 3);
                kernel.forward(
                        floats(problem.parameters()), problem.series(problem.input(), 2), output, false, NO_CHECK);
                assertArrayEquals(array(answer.output.values()), array(output.values()));
                final var gradient = floats(problem.parameters());
                assertThrows(
                        IllegalStateException.class,
                        () -> kernel.backward(output, Optional.empty(), gradient, NO_CHECK));
            }
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "8"})
    void whatTheCheckThrowsEndsTheComputation(final int calls) {
        final var problem = new Problem(ReferenceCell.LSTM, 20, 4, 2, 3);
        final var failure = new CancellationException("enough");
        final var left = new AtomicInteger(calls);
        final var caller = Thread.currentThread();
        Dl4jRuntime.call(() -> {
            try (var kernel = problem.kernel(1)) {
                final var thrown = assertThrows(
                        CancellationException.class,
                        () -> problem.solve(kernel, () -> {
                            assertSame(caller, Thread.currentThread());
                            if (left.decrementAndGet() == 0) {
                                throw failure;
                            }
                        }));
                assertSame(failure, thrown);
                assertEquals(0, left.get());
                assertArrayEquals(array(problem.solve(1).gradient), array(problem.solve(kernel, NO_CHECK).gradient));
            }
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    void aMissingInputIsSeenInTheOutput(final ReferenceCell cell) {
        final var problem = new Problem(cell, 2, 3, 1, 2);
        Dl4jRuntime.call(() -> {
            try (var kernel = problem.kernel(1)) {
                final var output = problem.series(new float[2 * 3 * 2], 2);
                final var input = problem.series(new float[] {0, Float.NaN, 0, 0, 0, 0}, 1);
                kernel.forward(floats(problem.parameters()), input, output, false, NO_CHECK);
                assertFalse(Float.isNaN(output.values().get(8)));
                assertTrue(Float.isNaN(output.values().get(9)));
            }
            return null;
        });
    }
}
