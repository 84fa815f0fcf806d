package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.RearrangeColumnsTable;

/** What a running node makes its tables with. */
public class ExecutionContext extends ExecutionMonitor {

    private final Node m_node;

    public ExecutionContext(final NodeProgressMonitor progress, final Node node) {
        super(progress);
        m_node = node;
    }

    /** A container for rows of this spec; possible values and bounds are found from the rows. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /** A container for rows of this spec; with initDomain the domains that the spec has are kept and widened. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return new BufferedDataContainer(spec, initDomain);
    }

    /** Computes the columns that the rearranger adds and leaves out those that it removes. */
    public BufferedDataTable createColumnRearrangeTable(
            final BufferedDataTable table, final ColumnRearranger rearranger, final ExecutionMonitor exec)
            throws CanceledExecutionException {
        return new BufferedDataTable(RearrangeColumnsTable.create(rearranger, table, exec, this));
    }

    /** A part that moves this progress by the share when it goes from 0 to 1. */
    public ExecutionContext createSubExecutionContext(final double share) {
        return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), share), m_node);
    }
}
