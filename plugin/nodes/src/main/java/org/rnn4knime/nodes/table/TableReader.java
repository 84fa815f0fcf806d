package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Reads a table of KNIME into a table of the engine. */
public final class TableReader {

    private TableReader() {}

    /**
     * Reads the columns that the settings name and the table has; all others are left alone.
     *
     * @throws UnusableDataException if the table has more rows than an array
     * @throws CanceledExecutionException if the user cancels
     */
    public static Table read(final BufferedDataTable table, final DataSettings data, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var size = rows(table);
        final var spec = table.getDataTableSpec();
        final var columns = columns(spec, data);
        final var builders = IntStream.of(columns)
                .mapToObj(spec::getColumnSpec)
                .map(column -> data.sequenceIdColumns().contains(column.getName())
                        ? ColumnBuilder.ofId(column, size)
                        : ColumnBuilder.of(column, size))
                .toList();
        final var rowIds = new ArrayList<String>(size);
        try (var rows = table.iterator()) {
            for (var row = 0; rows.hasNext(); row++) {
                monitor.checkCanceled();
                monitor.setProgress((double) row / size);
                final var cells = rows.next();
                rowIds.add(cells.getKey().getString());
                for (var i = 0; i < columns.length; i++) {
                    builders.get(i).add(row, cells.getCell(columns[i]));
                }
            }
        }
        return new Table(rowIds, builders.stream().map(ColumnBuilder::build).toList());
    }

    private static int[] columns(final DataTableSpec spec, final DataSettings data) {
        return Stream.of(data.sequenceIdColumns(), data.orderColumn().stream().toList(), List.of(data.targetColumn()))
                .flatMap(List::stream)
                .filter(spec::containsName)
                .mapToInt(spec::findColumnIndex)
                .toArray();
    }

    private static int rows(final BufferedDataTable table) {
        if (table.size() > Integer.MAX_VALUE) {
            throw new UnusableDataException(
                    String.format(Locale.ROOT, "The table has %,d rows, more than can be read.", table.size()),
                    String.format(Locale.ROOT, "Split it into tables of at most %,d rows.", Integer.MAX_VALUE));
        }
        return (int) table.size();
    }
}
