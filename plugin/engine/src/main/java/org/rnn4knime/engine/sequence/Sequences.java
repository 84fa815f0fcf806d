package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The time series of a table, of any lengths.
 *
 * @param table where they come from
 * @param order what puts their steps in order; empty for the order of the rows
 * @param all the sequences, in the order in which the table names them
 */
public record Sequences(Table table, Optional<Order> order, List<Sequence> all) {

    /** Copies the list; refuses null. */
    public Sequences {
        Objects.requireNonNull(table);
        Objects.requireNonNull(order);
        all = List.copyOf(all);
    }

    /** How complete the target must be. */
    public enum Truth {

        /** Every row has a value. */
        COMPLETE,

        /** The last rows of a sequence may have none: they are to be predicted. */
        MAY_END_EARLY
    }

    /**
     * Finds the sequences of a table; an empty table has none.
     *
     * @throws UnusableDataException if a column does not exist or is no number column, or for a row without ID, order or
     *     target, an infinite target, or two rows of a sequence at the same place
     */
    public static Sequences of(final Table table, final DataSettings settings, final Truth truth) {
        return switch (settings.layout()) {
            case ROWS -> new RowsLayout(table, settings, truth).sequences();
        };
    }

    /** The number of sequences. */
    public int size() {
        return all.size();
    }

    /** The most steps of a sequence up to the first that has no target. */
    public int longest() {
        return all.stream().mapToInt(Sequence::readableLength).max().orElse(0);
    }

    /** The name of the table's row that holds a step. */
    public String rowId(final Sequence sequence, final int step) {
        return table.rowIds().get(sequence.rows()[step]);
    }
}
