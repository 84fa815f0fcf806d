package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Applies a rearranger to a table: kept columns keep their domains, those of computed ones are found on the way. */
final class Rearrangement {
    private final DataTableSpec originalSpec;
    private final List<ColumnSource> columns;
    private final List<ComputedColumn> computed;
    private final List<CellFactory> factories;

    Rearrangement(final ColumnRearranger rearranger) {
        originalSpec = rearranger.originalSpec();
        columns = List.copyOf(rearranger.columns());
        computed = columns.stream()
                .filter(ComputedColumn.class::isInstance)
                .map(ComputedColumn.class::cast)
                .toList();
        factories = computed.stream().map(ComputedColumn::factory).distinct().toList();
    }

    RearrangeColumnsTable applyTo(final DataTable table, final long rowCount, final ExecutionMonitor progress)
            throws CanceledExecutionException {
        if (!originalSpec.equalStructure(table.getDataTableSpec())) {
            throw new IllegalArgumentException(
                    "The table's columns are not those that the rearranger was made for: %s instead of %s."
                            .formatted(table.getDataTableSpec(), originalSpec));
        }
        final var newColumns = new DataContainer(
                new DataTableSpec(computed.stream().map(ComputedColumn::spec).toArray(DataColumnSpec[]::new)), true);
        final var rows = new ArrayList<DataRow>();
        try {
            for (final var row : table) {
                final var newCells = compute(row, rows.size());
                newColumns.addRowToTable(new DefaultRow(row.getKey(), newCells));
                rows.add(rearranged(row, newCells));
                progress.checkCanceled();
                if (!factories.isEmpty()) {
                    factories.get(0).setProgress(rows.size(), rowCount, row.getKey(), progress);
                }
            }
        } finally {
            factories.forEach(Rearrangement::finish);
        }
        newColumns.close();
        return new RearrangeColumnsTable(rearranged(newColumns.getTableSpec()), rows);
    }

    private static void finish(final CellFactory factory) {
        if (factory instanceof AbstractCellFactory closeable) {
            closeable.afterProcessing();
        }
    }

    /** Calls each factory once a row, however many of its columns are in the table. */
    private List<DataCell> compute(final DataRow row, final long rowIndex) {
        final Map<CellFactory, DataCell[]> cells = new IdentityHashMap<>();
        for (final var factory : factories) {
            cells.put(factory, factory.getCells(row, rowIndex));
        }
        return computed.stream()
                .map(column -> cells.get(column.factory())[column.indexInFactory()])
                .toList();
    }

    private DataRow rearranged(final DataRow row, final List<DataCell> newCells) {
        final var next = newCells.iterator();
        return new DefaultRow(
                row.getKey(),
                columns.stream()
                        .map(column -> column instanceof KeptColumn kept ? row.getCell(kept.index()) : next.next())
                        .toList());
    }

    private DataTableSpec rearranged(final DataTableSpec newColumns) {
        final var next = newColumns.iterator();
        return new DataTableSpec(columns.stream()
                .map(column -> column instanceof KeptColumn ? column.spec() : next.next())
                .toArray(DataColumnSpec[]::new));
    }
}
