package org.rnn4knime.engine.encoding;

import java.util.Arrays;

/**
 * Shifts and scales values: scaled = (value - shift) / scale.
 *
 * @param shift any finite number
 * @param scale above zero
 */
public record Scaler(double shift, double scale) {

    /** A spread below this part of the values' size is but their rounding: such values count as constant. */
    private static final double ROUNDING = 1e-12;

    /** Refuses numbers that cannot be inverted. */
    public Scaler {
        if (!Double.isFinite(shift) || !Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException(
                    "A scaler cannot have the shift " + shift + " and the scale " + scale + ".");
        }
    }

    /** Fits a scaler to at least one finite value; constant values become 0. */
    static Scaler fit(final Normalization normalization, final double[] values) {
        return switch (normalization) {
            case NONE -> new Scaler(0, 1);
            case Z_SCORE -> zScore(values);
            case MIN_MAX -> minMax(values);
        };
    }

    private static Scaler zScore(final double[] values) {
        final var size = size(values);
        // Divided by their size first: squares of very large values have no finite sum.
        final var mean =
                Arrays.stream(values).map(value -> value / size).average().orElseThrow();
        final var variance = Arrays.stream(values)
                .map(value -> value / size - mean)
                .map(deviation -> deviation * deviation)
                .average()
                .orElseThrow();
        return new Scaler(mean * size, spreadOrOne(Math.sqrt(variance) * size, size));
    }

    private static Scaler minMax(final double[] values) {
        final var minimum = Arrays.stream(values).min().orElseThrow();
        final var maximum = Arrays.stream(values).max().orElseThrow();
        return new Scaler(minimum, spreadOrOne(maximum - minimum, size(values)));
    }

    private static double size(final double[] values) {
        final var largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        return largest > 0 ? largest : 1;
    }

    private static double spreadOrOne(final double spread, final double size) {
        return spread > ROUNDING * size ? spread : 1;
    }

    double scale(final double value) {
        return (value - shift) / scale;
    }

    double invert(final double scaled) {
        return scaled * scale + shift;
    }
}
