package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.network.kernel.ReferenceCell;
import org.rnn4knime.engine.sequence.Batch;

/** What holds for a network whatever its cell. */
class CellTypesTest {

    private static final int UNITS = 4;

    private static final int STEPS = 6;

    private static final int WINDOWS = 18;

    private static final Runnable NO_CHECK = () -> {};

    private static Batch batch() {
        final var random = new Random(2);
        final var batch = Batch.of(WINDOWS, STEPS);
        for (int window = 0; window < WINDOWS; window++) {
            batch.set(window, random.doubles(STEPS + 1, -2, 2).toArray(), STEPS);
        }
        return batch;
    }

    private static double[] doubles(final float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(index -> values[index])
                .toArray();
    }

    /** What a network with these parameters writes at each step. */
    private static double[] reference(final CellType type, final double[] parameters, final Batch batch, final int of) {
        final var cell = ReferenceCell.valueOf(type.name());
        final var window = IntStream.range(0, STEPS)
                .mapToObj(step -> new double[] {batch.inputs()[step * WINDOWS + of]})
                .toArray(double[][]::new);
        final var states = cell.states(parameters, UNITS, window);
        final var output = cell.parameters(1, UNITS);
        return IntStream.range(0, STEPS)
                .mapToDouble(step -> parameters[output + UNITS]
                        + IntStream.range(0, UNITS)
                                .mapToDouble(unit -> parameters[output + unit] * states[step][unit])
                                .sum())
                .toArray();
    }

    private static double referenceLoss(final CellType type, final double[] parameters, final Batch batch) {
        double squares = 0;
        for (int window = 0; window < WINDOWS; window++) {
            final var outputs = reference(type, parameters, batch, window);
            for (int step = 0; step < STEPS; step++) {
                final var error = outputs[step] - batch.targets()[step * WINDOWS + window];
                squares += error * error;
            }
        }
        return squares / WINDOWS / STEPS;
    }

    @ParameterizedTest
    @EnumSource
    void predictsWhatTheEquationsSay(final CellType type) {
        final var settings = new NetworkSettings(type, UNITS);
        final var parameters = Parameters.initial(settings, 7);
        final var batch = batch();
        try (var network = RnnNetwork.of(settings, STEPS, parameters, NO_CHECK)) {
            final var predictions = network.predict(batch);
            for (int window = 0; window < WINDOWS; window++) {
                final var expected = reference(type, doubles(parameters), batch, window)[STEPS - 1];
                assertEquals(expected, predictions[window], 2e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGradientIsThatOfTheMeanSquaredErrorOverAllSteps(final CellType type) {
        final var settings = new NetworkSettings(type, UNITS);
        final var parameters = Parameters.initial(settings, 7);
        final var gradient = new float[parameters.length];
        final var batch = batch();
        try (var network = RnnNetwork.of(settings, STEPS, parameters, NO_CHECK)) {
            assertEquals(referenceLoss(type, doubles(parameters), batch), network.gradient(batch, gradient), 1e-5);
        }
        for (int index = 0; index < gradient.length; index++) {
            final var above = doubles(parameters);
            above[index] += 1e-5;
            final var below = doubles(parameters);
            below[index] -= 1e-5;
            final var slope = (referenceLoss(type, above, batch) - referenceLoss(type, below, batch)) / 2e-5;
            assertEquals(slope, gradient[index], 2e-5, "parameter " + index);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCheckEndsTheComputationWithinASequence(final CellType type) {
        final var settings = new NetworkSettings(type, UNITS);
        final var left = new AtomicInteger(2 * STEPS);
        final Runnable check = () -> {
            if (left.decrementAndGet() == 0) {
                throw new CancellationException();
            }
        };
        final var parameters = Parameters.initial(settings, 7);
        final var batch = Batch.of(1, STEPS);
        try (var network = RnnNetwork.of(settings, STEPS, parameters, check)) {
            final var gradient = new float[parameters.length];
            assertThrows(CancellationException.class, () -> network.gradient(batch, gradient));
            assertEquals(0, left.get());
            assertTrue(Double.isFinite(network.gradient(batch, gradient)));
        }
    }
}
