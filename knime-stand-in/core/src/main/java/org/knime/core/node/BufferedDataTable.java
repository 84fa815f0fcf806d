package org.knime.core.node;

import javax.swing.JComponent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table that a node has made. */
public final class BufferedDataTable implements DataTable, PortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    public static final PortType TYPE_OPTIONAL =
            PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final DataTableSpec m_spec;
    private final KnowsRowCountTable m_rows;

    BufferedDataTable(final KnowsRowCountTable rows) {
        this(rows.getDataTableSpec(), rows);
    }

    private BufferedDataTable(final DataTableSpec spec, final KnowsRowCountTable rows) {
        m_spec = spec;
        m_rows = rows;
    }

    /** The same rows under another spec. */
    BufferedDataTable withSpec(final DataTableSpec spec) {
        return new BufferedDataTable(spec, m_rows);
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return m_spec;
    }

    /** The number of rows. */
    public long size() {
        return m_rows.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return m_rows.iterator();
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + m_spec.getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** A table that need not be run through to know how many rows it has. */
    public interface KnowsRowCountTable extends DataTable {

        @Override
        CloseableRowIterator iterator();

        long size();

        int getRowCount();
    }
}
