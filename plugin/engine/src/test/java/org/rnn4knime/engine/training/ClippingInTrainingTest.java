package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.sine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** What clipping does to the steps of a training, and what the history tells of it. */
class ClippingInTrainingTest {

    private static final float RATE = 0.5f;

    /** 27 windows: 4 batches an epoch. */
    private static final Setup SETUP = Setup.of(
                    Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value"))
            .network(
                    new NetworkSettings(CellType.LSTM, 4, 2, false, Activation.TANH, Optional.empty(), Summary.LAST, 0))
            .plainDescent()
            .batchSize(8)
            .epochs(3, RATE);

    private record Expected(float[] parameters, List<double[]> epochs) {}

    private static double norm(final float[] gradient, final int from, final int to) {
        double sum = 0;
        for (int index = from; index < to; index++) {
            sum += (double) gradient[index] * gradient[index];
        }
        return Math.sqrt(sum);
    }

    private static void shorten(final float[] gradient, final int from, final int to, final double threshold) {
        final var norm = norm(gradient, from, to);
        for (int index = from; norm > threshold && index < to; index++) {
            gradient[index] = (float) (gradient[index] * (threshold / norm));
        }
    }

    private static void clip(
            final float[] gradient, final int[] boundaries, final ClippingType type, final double threshold) {
        switch (type) {
            case NONE -> {
                // It stays as it is.
            }
            case VALUE -> {
                for (int index = 0; index < gradient.length; index++) {
                    gradient[index] = (float) Math.max(-threshold, Math.min(threshold, gradient[index]));
                }
            }
            case LAYER_NORM -> {
                for (int layer = 1; layer < boundaries.length; layer++) {
                    shorten(gradient, boundaries[layer - 1], boundaries[layer], threshold);
                }
            }
            case GLOBAL_NORM -> shorten(gradient, 0, gradient.length, threshold);
        }
    }

    /** The parameters, and for each epoch the means of: norm, clipped norm, clipped or not, the norms of the layers. */
    private static Expected handMade(final Setup setup, final ClippingType type, final double threshold) {
        final var epochs = new ArrayList<double[]>();
        try (var hand = new HandMade(setup, sine(30))) {
            final var boundaries = hand.boundaries();
            for (int epoch = 1; epoch <= setup.training().epochs(); epoch++) {
                final var batches = hand.batches(epoch);
                final var means = new double[3 + boundaries.length - 1];
                for (final var batch : batches) {
                    final var gradient = hand.gradient(batch);
                    final var before = gradient.clone();
                    clip(gradient, boundaries, type, threshold);
                    means[0] += norm(before, 0, before.length) / batches.size();
                    means[1] += norm(gradient, 0, before.length) / batches.size();
                    means[2] += Arrays.equals(before, gradient) ? 0 : 1.0 / batches.size();
                    for (int layer = 1; layer < boundaries.length; layer++) {
                        means[2 + layer] += norm(before, boundaries[layer - 1], boundaries[layer]) / batches.size();
                    }
                    for (int index = 0; index < gradient.length; index++) {
                        hand.parameters()[index] -= RATE * gradient[index];
                    }
                }
                epochs.add(means);
            }
            return new Expected(hand.parameters(), epochs);
        }
    }

    /** Some thresholds are above some of the norms, so that some steps are clipped and others are not. */
    @ParameterizedTest
    @CsvSource({
        "NONE, 1",
        "VALUE, 0.02",
        "VALUE, 0.15",
        "VALUE, 100",
        "LAYER_NORM, 0.05",
        "LAYER_NORM, 0.2",
        "LAYER_NORM, 100",
        "GLOBAL_NORM, 0.1",
        "GLOBAL_NORM, 0.3",
        "GLOBAL_NORM, 100"
    })
    void theStepsAreThoseOfTheClippedGradientAndTheHistoryTellsBoth(final ClippingType type, final double threshold) {
        final var setup = SETUP.clipping(type, threshold);
        final var expected = handMade(setup, type, threshold);
        final var network = setup.train(sine(30)).networks().get(0);

        assertArrayEquals(expected.parameters(), network.parameters(), 2e-6f);
        for (int epoch = 0; epoch < expected.epochs().size(); epoch++) {
            final var means = expected.epochs().get(epoch);
            final var norms = network.history().get(epoch).gradient();
            assertEquals(means[0], norms.whole(), 2e-6);
            assertEquals(means[1], norms.clipped(), 2e-6);
            assertEquals(means[2], norms.clippedSteps(), 1e-12);
            assertEquals(3, norms.layers().size());
            for (int layer = 0; layer < 3; layer++) {
                assertEquals(means[3 + layer], norms.layers().get(layer), 2e-6);
            }
        }
    }

    @Test
    void theThresholdsAreSuchThatSomeStepsAreClipped() {
        final var norms = SETUP.clipping(ClippingType.GLOBAL_NORM, 0.3)
                .train(sine(30))
                .networks()
                .get(0)
                .history();
        assertTrue(
                norms.stream()
                        .anyMatch(epoch -> epoch.gradient().clippedSteps() > 0
                                && epoch.gradient().clippedSteps() < 1),
                norms::toString);
    }

    @ParameterizedTest
    @EnumSource
    void theSquaresOfTheLayersAddUpToTheWhole(final ClippingType type) {
        // One step an epoch, so that a mean is the norm itself.
        final var setup = SETUP.batchSize(100).clipping(type, 0.05);
        for (final var epoch : setup.train(sine(30)).networks().get(0).history()) {
            final var norms = epoch.gradient();
            assertEquals(
                    norms.whole() * norms.whole(),
                    norms.layers().stream().mapToDouble(norm -> norm * norm).sum(),
                    1e-12);
            assertTrue(norms.clipped() <= norms.whole());
            assertEquals(type == ClippingType.NONE ? 0 : 1, norms.clippedSteps());
        }
    }

    @Test
    void aGradientThatIsShortenedAsAWholeHasTheThresholdAsNorm() {
        final var norms = SETUP.clipping(ClippingType.GLOBAL_NORM, 0.01)
                .train(sine(30))
                .networks()
                .get(0)
                .history()
                .get(0)
                .gradient();
        assertEquals(0.01, norms.clipped(), 1e-9);
        assertEquals(1, norms.clippedSteps());
    }
}
