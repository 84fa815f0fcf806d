package org.rnn4knime.engine.sequence;

import java.util.List;

/** The values of an order column, understood: they put rows in order and can be continued. */
public sealed interface Order permits NumberOrder, TimeOrder {

    /**
     * Understands a column.
     *
     * @throws UnusableDataException if a value is missing, a number that is too large, or text that is no point in time in
     *     ISO form; it names the column, the row and the value
     */
    static Order of(final Column column, final List<String> rowIds) {
        if (column instanceof NumberColumn numbers) {
            return NumberOrder.of(numbers, rowIds);
        }
        return TimeOrder.of(column, rowIds);
    }

    /** Compares two rows, as {@link java.util.Comparator#compare} does. */
    int compare(int row, int other);

    /** Whether all steps between these rows, which are in order, are equal; months count as equal whatever their length. */
    boolean isRegular(int[] rows);

    /**
     * Continues the column beyond these rows, which are in order, by their most usual step (of two as usual: the shorter);
     * values keep the column's type and form.
     *
     * @throws UnusableDataException if there is one row only: it has no step
     */
    Column continued(int[] rows, int steps);

    /** The failure of {@link #continued}. */
    static UnusableDataException noStep(final Column column) {
        return new UnusableDataException(
                "The order column \"" + column.name() + "\" has one row only, so the step from row to row is unknown.",
                "Give at least two rows a sequence, or choose no order column.");
    }

    /** The failure of a missing value. */
    static UnusableDataException missing(final Column column, final String rowId) {
        return new UnusableDataException(
                "The order column \"" + column.name() + "\" has no value in row \"" + rowId + "\".",
                "Remove such rows or fill them before.");
    }
}
