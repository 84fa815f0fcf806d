package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.Optional;

/** The values of an order column, understood: they put rows in order and can be continued. */
public sealed interface Order permits NumberOrder, TimeOrder {

    /**
     * Understands a column.
     *
     * @throws UnusableDataException if the column holds lists, or a value is missing, a number that is too large, or text that
     *     is no point in time in ISO form; it names the column, the row and the value
     */
    static Order of(final Column column, final List<String> rowIds) {
        if (column instanceof NumberColumn numbers) {
            return NumberOrder.of(numbers, rowIds);
        }
        if (column instanceof ListColumn) {
            throw new UnusableDataException(
                    "The order column \"" + column.name() + "\" holds lists.",
                    "Choose a column of numbers, of dates or times, or of text in ISO form such as 1949-01-31.");
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

    /**
     * What is missing between these rows, which are in order: dates and times only, and only where they would be regular without
     * it. So the most usual step makes up 80 % of the steps at least, and each other step is two or more of it; months count as
     * equal whatever their length. What is left out again and again, such as weekends or nights, is not missing: see
     * {@link Pauses}.
     *
     * @return empty if nothing is missing, or if the rows have no order that could tell
     */
    Optional<Gap> gap(int[] rows);

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
