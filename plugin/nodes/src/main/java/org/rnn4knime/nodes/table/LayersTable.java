package org.rnn4knime.nodes.table;

import java.util.List;
import java.util.stream.Collectors;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.rnn4knime.engine.network.LayerSummary;

/** The layers of a network as a table: one row a layer, from the inputs to the outputs. */
public final class LayersTable {

    private LayersTable() {}

    /** Returns the table's columns, which never differ. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                new String[] {"Layer", "Type", "Outputs", "Parameters", "Weights"},
                new DataType[] {StringCell.TYPE, StringCell.TYPE, IntCell.TYPE, LongCell.TYPE, StringCell.TYPE});
    }

    /** Returns the table of a network; the weights of a layer that learns nothing are missing. */
    public static BufferedDataTable create(final List<LayerSummary> layers, final ExecutionContext context)
            throws CanceledExecutionException {
        final var writer = new TableWriter(spec(), context);
        for (final var layer : layers) {
            writer.add(
                    new StringCell(layer.name()),
                    new StringCell(layer.type()),
                    new IntCell(layer.outputs()),
                    new LongCell(layer.parameters()),
                    layer.weights().isEmpty() ? DataType.getMissingCell() : new StringCell(shapes(layer)));
        }
        return writer.close();
    }

    /** Returns the names of the weights with their sizes: "W 8 x 128, RW 32 x 128, b 128". */
    private static String shapes(final LayerSummary layer) {
        return layer.weights().stream()
                .map(weights -> weights.name() + " "
                        + weights.shape().stream().map(Object::toString).collect(Collectors.joining(" x ")))
                .collect(Collectors.joining(", "));
    }
}
