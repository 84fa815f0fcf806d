package org.rnn4knime.engine.encoding;

import java.util.Objects;
import org.rnn4knime.engine.sequence.Column;

/**
 * Numbers: transformed, then scaled.
 *
 * @param column the name of the column
 * @param transform done first
 * @param scaler fitted to the transformed values of the training part
 */
public record NumberTarget(String column, TargetTransform transform, Scaler scaler) implements TargetEncoder {

    /** Refuses null. */
    public NumberTarget {
        Objects.requireNonNull(column);
        Objects.requireNonNull(transform);
        Objects.requireNonNull(scaler);
    }

    @Override
    public int firstStep() {
        return transform.firstStep();
    }

    /** Values that are not encoded by those before them. */
    @Override
    public float[] encode(final Column values) {
        final var numbers = NumberEncoder.numbers(values);
        final var encoded = new float[numbers.length];
        for (int row = 0; row < encoded.length; row++) {
            encoded[row] = (float) scaler.scale(transform.level(numbers[row]));
        }
        return encoded;
    }

    /**
     * The transformed value of a step, not yet scaled.
     *
     * @param values in the user's units, those of its sequence at least {@link #firstStep()} steps back; a missing one gives NaN
     */
    public double transformed(final double[] values, final int step) {
        return transform.transform(values, step);
    }

    /** A transformed value as a network reads it, in a window of some level. */
    float scaled(final double transformed, final double level) {
        return (float) scaler.scale(transformed - level);
    }

    /**
     * The level of a window.
     *
     * @param transformed one value a step
     * @param from the first step of the window
     * @param to the step behind its last one
     */
    public double level(final double[] transformed, final int from, final int to) {
        return switch (transform.windowLevel()) {
            case NONE -> 0;
            case LAST -> transformed[to - 1];
            case MEAN -> {
                double sum = 0;
                for (int step = from; step < to; step++) {
                    sum += transformed[step];
                }
                yield sum / (to - from);
            }
        };
    }

    /**
     * The value of a step in the user's units.
     *
     * @param written by the network
     * @param level of the window that was read
     * @param values in the user's units, those before the step
     */
    public double decode(final double written, final double level, final double[] values, final int step) {
        return transform.invert(scaler.invert(written) + level, values, step);
    }

    /** A value in the user's units that is not encoded by those before it. */
    public double decode(final double written) {
        return decode(written, 0, NOTHING, 0);
    }

    private static final double[] NOTHING = {};
}
