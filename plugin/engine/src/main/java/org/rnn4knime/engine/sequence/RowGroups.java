package org.rnn4knime.engine.sequence;

import java.util.HashMap;
import java.util.List;

/**
 * The rows with the same values in some columns, group after group in the order in which the table names them; the rows of a group
 * stand in the table's order.
 *
 * @param offsets the first row of each group in the array of rows, and behind the last group the number of rows
 * @param rows indices into the table
 */
record RowGroups(int[] offsets, int[] rows) {

    /** Groups rows; without a column all of them are one group. */
    static RowGroups of(final Table table, final List<Column> columns) {
        final var groups = new int[table.size()];
        int count = Math.min(1, table.size());
        for (final var column : columns) {
            count = refine(groups, column, table.rowIds());
        }
        final var offsets = new int[count + 1];
        for (final var group : groups) {
            offsets[group + 1]++;
        }
        for (int group = 0; group < count; group++) {
            offsets[group + 1] += offsets[group];
        }
        final var next = offsets.clone();
        final var rows = new int[groups.length];
        for (int row = 0; row < groups.length; row++) {
            rows[next[groups[row]]++] = row;
        }
        return new RowGroups(offsets, rows);
    }

    /** Tells the rows of a group apart by one more column, and returns how many groups there are then. */
    private static int refine(final int[] groups, final Column column, final List<String> rowIds) {
        final var known = new HashMap<Key, Integer>();
        for (int row = 0; row < groups.length; row++) {
            Interrupts.refuse();
            final var rowId = row;
            final var value = column.text(row)
                    .orElseThrow(() -> new UnusableDataException(
                            "The sequence ID column \"" + column.name() + "\" has no value in row \""
                                    + rowIds.get(rowId) + "\".",
                            "Remove such rows or fill them before."));
            final var size = known.size();
            groups[row] = known.computeIfAbsent(new Key(groups[row], value), key -> size);
        }
        return known.size();
    }

    private record Key(int group, String value) {}

    /** The number of groups. */
    int count() {
        return offsets.length - 1;
    }
}
