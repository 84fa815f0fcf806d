package org.knime.core.data.def;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** Runs through the cells of any row by their index. */
public class DefaultCellIterator implements Iterator<DataCell> {
    private final DataRow row;
    private int next;

    public DefaultCellIterator(final DataRow row) {
        this.row = row;
    }

    @Override
    public boolean hasNext() {
        return next < row.getNumCells();
    }

    @Override
    public DataCell next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The row has only " + next + " cells.");
        }
        return row.getCell(next++);
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException("Cells cannot be removed from a row.");
    }
}
