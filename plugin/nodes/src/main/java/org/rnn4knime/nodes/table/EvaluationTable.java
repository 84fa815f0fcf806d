package org.rnn4knime.nodes.table;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.rnn4knime.engine.prediction.Metric;

/** How far predictions are from the truth, as a table: one row a metric, none without truth. */
public final class EvaluationTable {

    private EvaluationTable() {}

    /** Returns the table's columns, which never differ. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                new String[] {"Metric", "Value", "Count"},
                new DataType[] {StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE});
    }

    /** Returns the table of an evaluation. */
    public static BufferedDataTable create(final List<Metric> evaluation, final ExecutionContext context)
            throws CanceledExecutionException {
        final var writer = new TableWriter(spec(), context);
        for (final var metric : evaluation) {
            writer.add(new StringCell(metric.name()), Cells.number(metric.value()), new IntCell(metric.count()));
        }
        return writer.close();
    }
}
