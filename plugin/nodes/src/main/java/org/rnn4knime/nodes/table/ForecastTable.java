package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.UniqueNameGenerator;
import org.rnn4knime.engine.prediction.ForecastSequence;
import org.rnn4knime.engine.sequence.DataSettings;

/**
 * Forecasts as a table: one row a step of each sequence, with the sequence ID columns, the order column continued, the
 * step counted from 1, the forecast, and the target itself if a table "Known future" has it.
 */
public final class ForecastTable {

    private final DataTableSpec m_history;

    private final DataSettings m_data;

    private final DataTableSpec m_spec;

    private final boolean m_hasTruth;

    /**
     * @param history the columns of the history, among them all that the settings name
     * @param knownFuture the columns of the table "Known future", if there is one
     * @param data the model's columns
     */
    public ForecastTable(
            final DataTableSpec history, final Optional<DataTableSpec> knownFuture, final DataSettings data) {
        m_history = history;
        m_data = data;
        final var truth = knownFuture.flatMap(future -> column(future, data.targetColumn()));
        m_hasTruth = truth.isPresent();
        m_spec = createSpec(truth);
    }

    /** Returns the table's columns. */
    public DataTableSpec spec() {
        return m_spec;
    }

    /**
     * Returns the table of some forecasts.
     *
     * @param forecasts one a sequence
     * @param history the table that was continued: the sequences keep the cells of their IDs
     * @param knownFuture the truth, for the column of the target
     * @throws CanceledExecutionException if the user cancels
     */
    public BufferedDataTable create(
            final List<ForecastSequence> forecasts,
            final BufferedDataTable history,
            final KnownFuture knownFuture,
            final ExecutionContext context)
            throws CanceledExecutionException {
        final var ids = idCells(forecasts, history, context);
        final var writer = new TableWriter(m_spec, context);
        for (final var forecast : forecasts) {
            for (var step = 0; step < forecast.values().length; step++) {
                final var cells = new ArrayList<>(ids.getOrDefault(forecast.lastRow(), List.of()));
                if (forecast.order().isPresent()) {
                    cells.add(Cells.cell(
                            forecast.order().get(),
                            step,
                            m_spec.getColumnSpec(cells.size()).getType()));
                }
                cells.add(new IntCell(step + 1));
                cells.add(Cells.number(forecast.values()[step]));
                if (m_hasTruth) {
                    cells.add(knownFuture.truth(forecast, step));
                }
                writer.add(cells.toArray(DataCell[]::new));
            }
        }
        return writer.close();
    }

    private DataTableSpec createSpec(final Optional<DataColumnSpec> truth) {
        final var columns = new ArrayList<DataColumnSpec>();
        m_data.sequenceIdColumns()
                .forEach(id -> columns.add(copy(id, m_history.getColumnSpec(id).getType())));
        m_data.orderColumn()
                .ifPresent(order -> columns.add(
                        copy(order, Cells.type(m_history.getColumnSpec(order).getType()))));
        final var taken = columns.stream().map(DataColumnSpec::getName).collect(Collectors.toCollection(HashSet::new));
        taken.add(m_data.targetColumn());
        final var names = new UniqueNameGenerator(taken);
        columns.add(names.newColumn("Step", IntCell.TYPE));
        columns.add(names.newColumn("Forecast (" + m_data.targetColumn() + ")", DoubleCell.TYPE));
        truth.ifPresent(target -> columns.add(copy(target.getName(), Cells.type(target.getType()))));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** Returns a column without the domain and the colours of the one that it continues. */
    private static DataColumnSpec copy(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static Optional<DataColumnSpec> column(final DataTableSpec table, final String name) {
        return Optional.ofNullable(table.getColumnSpec(name));
    }

    /** Returns the cells of the sequence ID columns in the last row of each sequence, by the row's index. */
    private Map<Integer, List<DataCell>> idCells(
            final List<ForecastSequence> forecasts, final BufferedDataTable history, final ExecutionContext context)
            throws CanceledExecutionException {
        final var cells = new HashMap<Integer, List<DataCell>>();
        if (m_data.sequenceIdColumns().isEmpty()) {
            return cells;
        }
        final var columns =
                m_history.columnsToIndices(m_data.sequenceIdColumns().toArray(String[]::new));
        final var lastRows = forecasts.stream().map(ForecastSequence::lastRow).collect(Collectors.toSet());
        try (var rows = history.iterator()) {
            for (var index = 0; rows.hasNext(); index++) {
                context.checkCanceled();
                final var row = rows.next();
                if (lastRows.contains(index)) {
                    cells.put(
                            index, IntStream.of(columns).mapToObj(row::getCell).toList());
                }
            }
        }
        return cells;
    }
}
