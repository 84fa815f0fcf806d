package org.rnn4knime.engine.encoding;

import java.util.Objects;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Numbers, scaled.
 *
 * @param column the name of the column
 * @param scaler fitted on the training part
 * @param mean of the training part, for values that are missing
 * @param missingValues whether the last known value takes the place of a missing one
 */
public record NumberEncoder(String column, Scaler scaler, double mean, MissingValues missingValues)
        implements FeatureEncoder {

    /** Refuses null. */
    public NumberEncoder {
        Objects.requireNonNull(column);
        Objects.requireNonNull(scaler);
        Objects.requireNonNull(missingValues);
    }

    @Override
    public InputKind kind() {
        return InputKind.NUMBER;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public float[] encode(final Column values, final Steps steps) {
        final var filled = filled(numbers(values), steps, missingValues, mean);
        final var encoded = new float[filled.length];
        for (int step = 0; step < encoded.length; step++) {
            encoded[step] = (float) scaler.scale(filled[step]);
        }
        return encoded;
    }

    static double[] numbers(final Column column) {
        if (column instanceof NumberColumn numbers) {
            return numbers.values();
        }
        throw new UnusableDataException(
                "The column \"" + column.name() + "\" holds no numbers, but the model was trained with numbers in it.",
                "Convert the column before, or train a model on such a table.");
    }

    /** The values with something in place of the missing ones; the array itself if none is missing. */
    static double[] filled(
            final double[] values, final Steps steps, final MissingValues missingValues, final double mean) {
        double[] filled = values;
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            double last = mean;
            for (int step = steps.from(sequence); step < steps.to(sequence); step++) {
                if (!Double.isNaN(values[step])) {
                    last = missingValues == MissingValues.LAST ? values[step] : mean;
                } else {
                    filled = filled == values ? values.clone() : filled;
                    filled[step] = last;
                }
            }
        }
        return filled;
    }
}
