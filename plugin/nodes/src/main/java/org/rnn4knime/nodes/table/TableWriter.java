package org.rnn4knime.nodes.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Writes a new table, row after row, with row IDs as KNIME numbers them. */
final class TableWriter {

    private final ExecutionContext m_context;

    private final BufferedDataContainer m_container;

    private long m_rows;

    TableWriter(final DataTableSpec spec, final ExecutionContext context) {
        m_context = context;
        m_container = context.createDataContainer(spec);
    }

    void add(final DataCell... cells) throws CanceledExecutionException {
        m_context.checkCanceled();
        m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows), cells));
        m_rows++;
    }

    BufferedDataTable close() {
        m_container.close();
        return m_container.getTable();
    }
}
