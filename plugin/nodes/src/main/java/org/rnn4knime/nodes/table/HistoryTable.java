package org.rnn4knime.nodes.table;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.rnn4knime.engine.model.EpochRecord;

/** The training history as a table: one row an epoch. */
public final class HistoryTable {

    private HistoryTable() {}

    /** Returns the table's columns, which never differ. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                new String[] {
                    "Epoch", "Training loss", "Validation loss", "Learning rate", "Gradient norm", "Duration (ms)"
                },
                new DataType[] {
                    IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, LongCell.TYPE
                });
    }

    /** Returns the table of a history; the validation loss is missing where nothing was held back. */
    public static BufferedDataTable create(final List<EpochRecord> history, final ExecutionContext context)
            throws CanceledExecutionException {
        final var writer = new TableWriter(spec(), context);
        for (final var epoch : history) {
            writer.add(
                    new IntCell(epoch.epoch()),
                    new DoubleCell(epoch.trainingLoss()),
                    Cells.number(epoch.validationLoss()),
                    new DoubleCell(epoch.learningRate()),
                    new DoubleCell(epoch.gradientNorm()),
                    new LongCell(epoch.durationMillis()));
        }
        return writer.close();
    }
}
