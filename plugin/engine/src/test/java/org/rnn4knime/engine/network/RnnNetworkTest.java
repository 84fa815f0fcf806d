package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.sequence.Batch;

class RnnNetworkTest {

    private static final int LENGTH = 5;

    private static NetworkSettings lstm(final int hiddenUnits) {
        return new NetworkSettings(CellType.LSTM, hiddenUnits);
    }

    /** Parameters that are all different, biases too. */
    private static float[] parameters(final int hiddenUnits) {
        final var random = new Random(1);
        final var parameters = new float[Parameters.count(lstm(hiddenUnits))];
        for (int index = 0; index < parameters.length; index++) {
            parameters[index] = (float) random.nextGaussian() / 2;
        }
        return parameters;
    }

    private static double[] doubles(final float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(index -> values[index])
                .toArray();
    }

    private static double[][] windows(final int count) {
        final var random = new Random(2);
        return IntStream.range(0, count)
                .mapToObj(window -> random.doubles(LENGTH + 1, -2, 2).toArray())
                .toArray(double[][]::new);
    }

    private static Batch batch(final double[][] windows) {
        final var batch = Batch.of(windows.length, LENGTH);
        for (int window = 0; window < windows.length; window++) {
            batch.set(window, windows[window], LENGTH);
        }
        return batch;
    }

    private static double[][] inputs(final double[][] windows) {
        return Arrays.stream(windows)
                .map(window -> Arrays.copyOf(window, LENGTH))
                .toArray(double[][]::new);
    }

    @Property(tries = 10)
    void computesWhatTheEquationsSay(
            @ForAll @IntRange(min = 1, max = 9) final int hiddenUnits,
            @ForAll @IntRange(min = 1, max = 5) final int size) {
        final var windows = windows(size);
        final var parameters = parameters(hiddenUnits);
        final var reference = new ReferenceLstm(hiddenUnits, doubles(parameters));

        try (var network = RnnNetwork.of(lstm(hiddenUnits), LENGTH, parameters, () -> {})) {
            assertArrayEquals(
                    Arrays.stream(inputs(windows))
                            .mapToDouble(window -> reference.outputs(window)[LENGTH - 1])
                            .toArray(),
                    doubles(network.predict(batch(windows))),
                    2e-6);
        }
    }

    @Example
    void theGradientIsThatOfTheMeanSquaredErrorOverAllSteps() {
        final var windows = windows(4);
        final var parameters = parameters(3);
        final var gradient = new float[parameters.length];
        try (var network = RnnNetwork.of(lstm(3), LENGTH, parameters, () -> {})) {
            final var loss = network.gradient(batch(windows), gradient);

            assertEquals(new ReferenceLstm(3, doubles(parameters)).loss(windows), loss, 1e-5);
        }
        for (int index = 0; index < parameters.length; index++) {
            assertEquals(numericalGradient(windows, parameters, index), gradient[index], 2e-5, "parameter " + index);
        }
    }

    private static double numericalGradient(final double[][] windows, final float[] parameters, final int index) {
        final var step = 1e-5;
        final var moved = doubles(parameters);
        moved[index] += step;
        final var above = new ReferenceLstm(3, moved).loss(windows);
        moved[index] -= 2 * step;
        final var below = new ReferenceLstm(3, moved).loss(windows);
        return (above - below) / (2 * step);
    }

    @Test
    void newParametersCountAtOnce() {
        final var batch = batch(windows(2));
        try (var network = RnnNetwork.of(lstm(3), LENGTH, new float[Parameters.count(lstm(3))], () -> {})) {
            assertArrayEquals(new float[] {0, 0}, network.predict(batch));
            network.setParameters(parameters(3));

            assertNotEquals(0, network.predict(batch)[0]);
        }
    }

    @Test
    void doesNotChangeTheParametersThatItIsGiven() {
        final var parameters = parameters(3);
        final var before = parameters.clone();
        try (var network = RnnNetwork.of(lstm(3), LENGTH, parameters, () -> {})) {
            network.gradient(batch(windows(2)), new float[parameters.length]);
            network.setParameters(new float[parameters.length]);
        }
        assertArrayEquals(before, parameters);
    }

    @Test
    void readsBatchesOfDifferentSizesInTurn() {
        final var windows = windows(3);
        try (var network = RnnNetwork.of(lstm(3), LENGTH, parameters(3), () -> {})) {
            final var together = network.predict(batch(windows));
            for (int window = 0; window < 3; window++) {
                assertEquals(together[window], network.predict(batch(new double[][] {windows[window]}))[0], 1e-6);
            }
        }
    }

    @Test
    void computesTheSameInSlices() {
        final var batch = batch(windows(8));
        final var parameters = parameters(3);
        final var whole = new float[parameters.length];
        final var sliced = new float[parameters.length];
        try (var network = RnnNetwork.of(lstm(3), LENGTH, parameters, () -> {});
                var slicing = RnnNetwork.of(lstm(3), LENGTH, parameters, () -> {}, 3)) {
            assertEquals(network.gradient(batch, whole), slicing.gradient(batch, sliced), 1e-6);
            assertArrayEquals(whole, sliced, 1e-6f);
            assertArrayEquals(network.predict(batch), slicing.predict(batch), 1e-6f);
        }
    }

    @Test
    void whatTheCheckThrowsEndsTheComputation() {
        final var parameters = parameters(3);
        try (var network = RnnNetwork.of(lstm(3), LENGTH, parameters, () -> {
            throw new CancellationException();
        })) {
            assertThrows(CancellationException.class, () -> network.predict(batch(windows(2))));
            assertThrows(
                    CancellationException.class,
                    () -> network.gradient(batch(windows(2)), new float[parameters.length]));
        }
    }

    @Test
    void refusesAnotherNumberOfParameters() {
        assertThrows(IllegalArgumentException.class, () -> RnnNetwork.of(lstm(3), LENGTH, new float[5], () -> {}));
    }

    @Test
    void refusesHiddenUnitsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> lstm(0));
        assertThrows(IllegalArgumentException.class, () -> lstm(NetworkSettings.MOST_HIDDEN_UNITS + 1));
    }

    @Property(tries = 50)
    void theSameSeedDrawsTheSameParametersAndZeroIsASeedLikeAnyOther(@ForAll final long seed) {
        assertArrayEquals(Parameters.initial(lstm(4), seed), Parameters.initial(lstm(4), seed));
        assertArrayEquals(Parameters.initial(lstm(4), 0), Parameters.initial(lstm(4), 0));
        assertFalse(Arrays.equals(Parameters.initial(lstm(4), seed), Parameters.initial(lstm(4), seed + 1)));
    }

    @Test
    void theForgetGateIsOpenAtFirst() {
        final var parameters = Parameters.initial(lstm(2), 1);
        final var forgetBias = 4 * 2 * (1 + 2) + 2;

        assertArrayEquals(new float[] {1, 1}, Arrays.copyOfRange(parameters, forgetBias, forgetBias + 2));
    }
}
