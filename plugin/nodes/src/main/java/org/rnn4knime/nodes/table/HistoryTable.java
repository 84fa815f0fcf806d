package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.rnn4knime.engine.model.Comparison;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.TrainedNetwork;

/** The training history as a table: one row an epoch of each network. */
public final class HistoryTable {

    private final RnnModel m_model;

    private final HistoryColumns m_columns;

    /** Where a record has the norm of a layer, by the layer's name. */
    private final Map<String, Integer> m_layers = new HashMap<>();

    private final OptionalDouble m_baseline;

    private HistoryTable(final RnnModel model, final HistoryColumns columns) {
        m_model = model;
        m_columns = columns;
        final var layers = HistoryColumns.layers(model.plan());
        for (var layer = 0; layer < layers.size(); layer++) {
            m_layers.put(layers.get(layer), layer);
        }
        m_baseline = model.comparison().stream()
                .filter(comparison -> comparison.heldBack() == columns.isHeldBack())
                .map(Comparison::baseline)
                .mapToDouble(baseline -> baseline.value())
                .findFirst();
    }

    /** Returns the table's columns. */
    public static DataTableSpec spec(final HistoryColumns columns) {
        final var specs = new ArrayList<DataColumnSpec>();
        specs.add(column("Network", IntCell.TYPE));
        specs.add(column("Epoch", IntCell.TYPE));
        specs.add(column("Training loss", DoubleCell.TYPE));
        specs.add(column("Validation loss", DoubleCell.TYPE));
        specs.add(column(columns.metricName(), DoubleCell.TYPE));
        specs.add(column(columns.baselineName(), DoubleCell.TYPE));
        specs.add(column("Learning rate", DoubleCell.TYPE));
        specs.add(column("Gradient norm", DoubleCell.TYPE));
        specs.add(column("Clipped gradient norm", DoubleCell.TYPE));
        specs.add(column("Clipped steps", DoubleCell.TYPE));
        columns.layers().forEach(layer -> specs.add(column(HistoryColumns.gradientName(layer), DoubleCell.TYPE)));
        specs.add(column("Best epoch", BooleanCell.TYPE));
        specs.add(column("Duration (ms)", LongCell.TYPE));
        return new DataTableSpec(specs.toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /**
     * Returns the table of a model. Missing are the losses and metrics that were not measured, or not on the part that
     * the columns tell of, and the gradient of an embedding where the model has none.
     *
     * @param columns as before the model was trained
     */
    public static BufferedDataTable create(
            final RnnModel model, final HistoryColumns columns, final ExecutionContext context)
            throws CanceledExecutionException {
        final var table = new HistoryTable(model, columns);
        final var writer = new TableWriter(spec(columns), context);
        for (var network = 0; network < model.networks().size(); network++) {
            for (final var epoch : model.networks().get(network).history()) {
                writer.add(table.cells(network, epoch));
            }
        }
        return writer.close();
    }

    private DataCell[] cells(final int network, final EpochRecord epoch) {
        final TrainedNetwork trained = m_model.networks().get(network);
        final var cells = new ArrayList<DataCell>();
        cells.add(new IntCell(network + 1));
        cells.add(new IntCell(epoch.epoch()));
        cells.add(Cells.number(epoch.trainingLoss()));
        cells.add(Cells.number(epoch.validationLoss()));
        cells.add(Cells.number(metric(epoch)));
        cells.add(Cells.number(m_baseline));
        cells.add(Cells.number(epoch.learningRate()));
        cells.add(Cells.number(epoch.gradient().whole()));
        cells.add(Cells.number(epoch.gradient().clipped()));
        cells.add(Cells.number(epoch.gradient().clippedSteps()));
        m_columns
                .layers()
                .forEach(layer -> cells.add(gradient(layer, epoch.gradient().layers())));
        cells.add(BooleanCell.get(epoch.epoch() == trained.bestEpoch()));
        cells.add(new LongCell(epoch.durationMillis()));
        return cells.toArray(DataCell[]::new);
    }

    /** What is held back has a loss too: without one, something else was measured, if anything. */
    private OptionalDouble metric(final EpochRecord epoch) {
        return epoch.validationLoss().isPresent() == m_columns.isHeldBack() ? epoch.metric() : OptionalDouble.empty();
    }

    private DataCell gradient(final String layer, final List<Double> norms) {
        final var index = m_layers.get(layer);
        return index == null ? DataType.getMissingCell() : Cells.number(norms.get(index));
    }
}
