package org.rnn4knime.nodes.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.util.UniqueNameGenerator;

/** A table with a column of predictions appended. */
public final class PredictionTable {

    private PredictionTable() {}

    /** Returns the columns of a table with the predictions'; another column of that name makes theirs "name (#1)". */
    public static DataTableSpec spec(final DataTableSpec table, final String predictionColumn) {
        return append(table, predictionColumn, new double[0]).createSpec();
    }

    /** Returns the table with the predictions, one a row; NaN becomes a missing cell. */
    public static BufferedDataTable create(
            final BufferedDataTable table,
            final String predictionColumn,
            final double[] predictions,
            final ExecutionContext context,
            final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var appended = append(table.getDataTableSpec(), predictionColumn, predictions);
        return context.createColumnRearrangeTable(table, appended, monitor);
    }

    private static ColumnRearranger append(
            final DataTableSpec table, final String predictionColumn, final double[] predictions) {
        final var column = new UniqueNameGenerator(table).newColumn(predictionColumn, DoubleCell.TYPE);
        final var rearranger = new ColumnRearranger(table);
        rearranger.append(new PredictionCells(column, predictions));
        return rearranger;
    }

    private static final class PredictionCells extends SingleCellFactory {

        private final double[] m_predictions;

        PredictionCells(final DataColumnSpec column, final double[] predictions) {
            super(column);
            m_predictions = predictions;
        }

        @Override
        public DataCell getCell(final DataRow row, final long rowIndex) {
            return Cells.number(m_predictions[(int) rowIndex]);
        }
    }
}
