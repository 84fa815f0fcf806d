package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** A factory for one column. Override one of the {@code getCell} methods. */
public abstract class SingleCellFactory extends AbstractCellFactory {
    public SingleCellFactory(final DataColumnSpec column) {
        super(column);
    }

    /** @param processConcurrently whether rows may be computed at the same time */
    public SingleCellFactory(final boolean processConcurrently, final DataColumnSpec column) {
        super(processConcurrently, column);
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        return new DataCell[] {getCell(row, rowIndex)};
    }

    /** {@return the new column's cell for the row with this index, counted from 0} */
    public DataCell getCell(final DataRow row, final long rowIndex) {
        return getCell(row);
    }

    /** {@return the new column's cell for a row} */
    public DataCell getCell(final DataRow row) {
        throw new UnsupportedOperationException("No implementation of SingleCellFactory#getCell provided.");
    }
}
