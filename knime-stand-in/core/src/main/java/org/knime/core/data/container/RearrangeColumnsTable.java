package org.knime.core.data.container;

import java.util.List;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.BufferedDataTable.KnowsRowCountTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

/** A table made from another by a {@link ColumnRearranger}. */
public final class RearrangeColumnsTable implements KnowsRowCountTable {
    private final DataTableSpec spec;
    private final List<DataRow> rows;

    RearrangeColumnsTable(final DataTableSpec spec, final List<DataRow> rows) {
        this.spec = spec;
        this.rows = rows;
    }

    /**
     * Computes the new columns in one run through the table.
     *
     * @param context not needed by the stand-in, which keeps its tables in memory
     */
    public static RearrangeColumnsTable create(
            final ColumnRearranger rearranger,
            final BufferedDataTable table,
            final ExecutionMonitor progress,
            final ExecutionContext context)
            throws CanceledExecutionException {
        return new Rearrangement(rearranger).applyTo(table, table.size(), progress);
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

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
