package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes one or more new columns row by row. Implement one of the {@code getCells} methods. */
public interface CellFactory {
    DataColumnSpec[] getColumnSpecs();

    /** {@return the new columns' cells for a row} */
    default DataCell[] getCells(final DataRow row) {
        throw new UnsupportedOperationException("No implementation of CellFactory#getCells provided.");
    }

    /** {@return the new columns' cells for the row with this index, counted from 0} */
    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    /** Reports how many of the rows are done. */
    void setProgress(int currentRow, int rowCount, RowKey lastKey, ExecutionMonitor monitor);

    /** Reports how many of the rows are done. */
    default void setProgress(
            final long currentRow, final long rowCount, final RowKey lastKey, final ExecutionMonitor monitor) {
        setProgress(Math.toIntExact(currentRow), Math.toIntExact(rowCount), lastKey, monitor);
    }
}
