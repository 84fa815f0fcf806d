package org.rnn4knime.nodes.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.prediction.ForecastSequence;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * What the table "Known future" says that came true. A row belongs to the step of a forecast with the same sequence ID
 * and the same value in the order column; without an order column, the first row of a sequence to its first step.
 */
public final class KnownFuture {

    private final Map<Moment, DataCell> m_truth = new HashMap<>();

    private final boolean m_hasOrder;

    private KnownFuture(final boolean hasOrder) {
        m_hasOrder = hasOrder;
    }

    /** Returns a future of which nothing is known. */
    public static KnownFuture unknown() {
        return new KnownFuture(false);
    }

    /**
     * Reads the table; one without the target column tells nothing.
     *
     * @throws UnusableDataException if two rows tell of the same step
     * @throws CanceledExecutionException if the user cancels
     */
    public static KnownFuture read(
            final BufferedDataTable table, final DataSettings data, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var spec = table.getDataTableSpec();
        if (!spec.containsName(data.targetColumn())) {
            return unknown();
        }
        final var rows = TableReader.read(table, data, monitor);
        final var type = Cells.type(spec.getColumnSpec(data.targetColumn()).getType());
        final var future = new KnownFuture(data.orderColumn().isPresent());
        future.fill(rows, data, type);
        return future;
    }

    /** Returns the truth of a step, counted from 0; a missing cell where it is not known. */
    DataCell truth(final ForecastSequence forecast, final int step) {
        final var place = m_hasOrder ? forecast.order().flatMap(order -> order.text(step)) : position(step);
        return place.map(value -> m_truth.get(new Moment(forecast.id(), value))).orElseGet(DataType::getMissingCell);
    }

    /** Returns whether the truth of any step of a forecast is known. */
    public boolean tellsOf(final ForecastSequence forecast) {
        return IntStream.range(0, forecast.values().length)
                .anyMatch(step -> !truth(forecast, step).isMissing());
    }

    private void fill(final Table rows, final DataSettings data, final DataType type) {
        final var target = rows.column(data.targetColumn());
        final var order = data.orderColumn().map(rows::column);
        final var ids = data.sequenceIdColumns().stream().map(rows::column).toList();
        final var steps = new HashMap<List<String>, Integer>();
        for (var row = 0; row < rows.size(); row++) {
            final var id = id(ids, row);
            final var position = steps.merge(id, 1, Integer::sum) - 1;
            final var place = order.isPresent() ? order.get().text(row) : position(position);
            if (place.isPresent()) {
                put(
                        new Moment(id, place.get()),
                        Cells.cell(target, row, type),
                        rows.rowIds().get(row));
            }
        }
    }

    private void put(final Moment moment, final DataCell truth, final String rowId) {
        if (m_truth.putIfAbsent(moment, truth) != null) {
            throw new UnusableDataException(
                    "The table \"Known future\" has a second row for " + moment + ": row \"" + rowId + "\".",
                    "Keep one row for each time step, for example with the Duplicate Row Filter.");
        }
    }

    private static Optional<String> position(final int step) {
        return Optional.of(Integer.toString(step));
    }

    private static List<String> id(final List<Column> columns, final int row) {
        return columns.stream().map(column -> column.text(row).orElse("")).toList();
    }

    /** A step of a sequence. */
    private record Moment(List<String> id, String place) {

        @Override
        public String toString() {
            return id.isEmpty() ? place : place + " of sequence " + String.join(", ", id);
        }
    }
}
