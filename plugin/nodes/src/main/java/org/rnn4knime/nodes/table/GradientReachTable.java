package org.rnn4knime.nodes.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.RnnModel;

/** How far the gradient reached back in time, as a table: one row a time step of each layer, epoch and network. */
public final class GradientReachTable {

    private final TableWriter m_writer;

    private GradientReachTable(final TableWriter writer) {
        m_writer = writer;
    }

    /** Returns the table's columns, which never differ. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                new String[] {
                    "Network", "Epoch", "Layer", "Time steps back", "Gradient norm", "Relative to the last step"
                },
                new DataType[] {
                    IntCell.TYPE, IntCell.TYPE, StringCell.TYPE, IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE
                });
    }

    /** Returns the table of a model; it has no row if nothing was measured. */
    public static BufferedDataTable create(final RnnModel model, final ExecutionContext context)
            throws CanceledExecutionException {
        final var writer = new TableWriter(spec(), context);
        final var table = new GradientReachTable(writer);
        for (var network = 0; network < model.networks().size(); network++) {
            for (final var reach : model.networks().get(network).reach()) {
                table.add(network + 1, reach);
            }
        }
        return writer.close();
    }

    private void add(final int network, final GradientReach reach) throws CanceledExecutionException {
        for (var number = 0; number < reach.layers().size(); number++) {
            final var layer = reach.layers().get(number);
            for (var row = 0; row < layer.lags().size(); row++) {
                final var norm = layer.norms().get(row);
                m_writer.add(
                        new IntCell(network),
                        new IntCell(reach.epoch()),
                        new StringCell("recurrent " + (number + 1)),
                        new IntCell(layer.lags().get(row)),
                        new DoubleCell(norm),
                        relative(norm, layer.norms().get(0)));
            }
        }
    }

    /** Nothing is so many times 0; what is too large for a number is the largest one, as the norms themselves are. */
    private static DataCell relative(final double norm, final double last) {
        return last == 0 ? DataType.getMissingCell() : new DoubleCell(Math.min(norm / last, Double.MAX_VALUE));
    }
}
