package org.knime.core.data.container;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A factory for columns whose specs are given; the stand-in always works row after row. */
public abstract class AbstractCellFactory implements CellFactory {
    private final List<DataColumnSpec> columns;

    public AbstractCellFactory(final DataColumnSpec... columns) {
        this.columns = List.of(columns);
    }

    /** @param processConcurrently whether rows may be computed at the same time */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... columns) {
        this(columns);
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns.toArray(DataColumnSpec[]::new);
    }

    @Override
    public void setProgress(
            final int currentRow, final int rowCount, final RowKey lastKey, final ExecutionMonitor monitor) {
        report(currentRow, rowCount, lastKey, monitor);
    }

    @Override
    public void setProgress(
            final long currentRow, final long rowCount, final RowKey lastKey, final ExecutionMonitor monitor) {
        if (rowCount <= Integer.MAX_VALUE) {
            // factories may still override the older method
            setProgress((int) currentRow, (int) rowCount, lastKey, monitor);
        } else {
            report(currentRow, rowCount, lastKey, monitor);
        }
    }

    private static void report(
            final long currentRow, final long rowCount, final RowKey lastKey, final ExecutionMonitor monitor) {
        monitor.setProgress(
                currentRow / (double) rowCount,
                "Processed row %d/%d (\"%s\")".formatted(currentRow, rowCount, lastKey));
    }

    /** Called after the last row, also where a row failed. */
    public void afterProcessing() {
        // for subclasses with resources
    }
}
