package org.rnn4knime.engine.sequence;

import java.util.Objects;
import java.util.Optional;

/**
 * A column of numbers.
 *
 * @param name the column's name
 * @param values one value a row, NaN where it is missing; not copied, so leave it unchanged
 */
public record NumberColumn(String name, double[] values) implements Column {

    /** Refuses null. */
    public NumberColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public Optional<String> text(final int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(text(values[row]));
    }

    @Override
    public Column gathered(final int[] rows) {
        if (RowSelection.isEverything(rows, values.length)) {
            return this;
        }
        final var chosen = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            chosen[row] = values[rows[row]];
        }
        return new NumberColumn(name, chosen);
    }

    /** A number as a user would write it: 3 rather than 3.0. */
    public static String text(final double value) {
        final var whole = Math.rint(value) == value && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
