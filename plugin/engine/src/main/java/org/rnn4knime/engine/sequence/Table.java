package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The user's rows, in the table's order.
 *
 * @param rowIds one name a row, as messages quote it; {@link RowIds} take little memory
 * @param columns at least those that the settings name, each with one value a row
 */
public record Table(List<String> rowIds, List<Column> columns) {

    /** Copies the lists, but not {@link RowIds}, which cannot change; refuses columns of another length than the row IDs. */
    public Table {
        rowIds = rowIds instanceof RowIds ? rowIds : List.copyOf(rowIds);
        columns = List.copyOf(columns);
        for (final var column : columns) {
            if (column.size() != rowIds.size()) {
                throw new IllegalArgumentException(
                        "Column \"" + column.name() + "\" has " + column.size() + " rows, not " + rowIds.size() + ".");
            }
        }
    }

    /** Whether there is a column of a name. */
    public boolean has(final String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The number of rows. */
    public int size() {
        return rowIds.size();
    }

    /**
     * The column of a name.
     *
     * @throws UnusableDataException if the table has no such column
     */
    public Column column(final String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnusableDataException(
                        "The table has no column \"" + name + "\".",
                        "Its columns are "
                                + columns.stream()
                                        .map(column -> "\"" + column.name() + "\"")
                                        .collect(Collectors.joining(", "))
                                + ": choose one of them."));
    }
}
