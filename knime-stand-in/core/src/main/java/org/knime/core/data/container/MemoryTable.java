package org.knime.core.data.container;

import java.util.List;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/** A table that holds its rows; the stand-in writes none to disk. */
record MemoryTable(DataTableSpec getDataTableSpec, List<DataRow> rows) implements ContainerTable {
    @Override
    public CloseableRowIterator iterator() {
        return CloseableRowIterator.from(rows.iterator());
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }
}
