package org.rnn4knime.engine.sequence;

import java.util.Arrays;

/** Columns with values that are missing. */
final class Missing {

    private Missing() {}

    /** The values at some indices; -1 gives a missing one. */
    static Column gathered(final Column column, final int[] indices) {
        if (column instanceof NumberColumn numbers) {
            return new NumberColumn(
                    column.name(),
                    Arrays.stream(indices)
                            .mapToDouble(index -> index < 0 ? Double.NaN : numbers.values()[index])
                            .toArray());
        }
        final var texts = (TextColumn) column;
        return new TextColumn(
                column.name(),
                Arrays.stream(indices)
                        .map(index -> index < 0 ? -1 : texts.codes()[index])
                        .toArray(),
                texts.dictionary());
    }
}
