package org.rnn4knime.nodes.table;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.prediction.ForecastSequence;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Table;

/** The table "Known future": what the model reads of it, and what came true. */
public final class KnownFuture {

    private final Optional<Table> m_rows;

    private final Optional<Column> m_truth;

    private final DataType m_type;

    private KnownFuture(final Optional<Table> rows, final Optional<Column> truth, final DataType type) {
        m_rows = rows;
        m_truth = truth;
        m_type = type;
    }

    /** Returns a future of which nothing is known. */
    public static KnownFuture nothing() {
        return new KnownFuture(
                Optional.empty(), Optional.empty(), DataType.getMissingCell().getType());
    }

    /**
     * Reads the table; it may lack the target column.
     *
     * @throws CanceledExecutionException if the user cancels
     */
    public static KnownFuture read(
            final BufferedDataTable table, final DataSettings data, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var rows = TableReader.read(table, known(data), monitor);
        final var target = data.targetColumn();
        if (!rows.has(target)) {
            return new KnownFuture(
                    Optional.of(rows),
                    Optional.empty(),
                    DataType.getMissingCell().getType());
        }
        final var type =
                Cells.type(table.getDataTableSpec().getColumnSpec(target).getType());
        return new KnownFuture(Optional.of(rows), Optional.of(rows.column(target)), type);
    }

    /** Returns the settings without the features that are known of the past alone: nobody reads these here. */
    private static DataSettings known(final DataSettings data) {
        return new DataSettings(
                data.layout(),
                data.predict(),
                data.targetColumn(),
                data.knownFutureColumns(),
                data.knownFutureColumns(),
                data.sequenceIdColumns(),
                data.orderColumn(),
                data.featuresPerStep(),
                data.tokenizer(),
                data.missingValues(),
                data.unknownValues());
    }

    /** Returns the table as the engine reads it, if there is one. */
    public Optional<Table> rows() {
        return m_rows;
    }

    /** Returns the truth of a step, counted from 0; a missing cell where it is not known. */
    DataCell truth(final ForecastSequence forecast, final int step) {
        final var row = forecast.futureRows()[step];
        return m_truth.filter(truth -> row >= 0)
                .map(truth -> Cells.cell(truth, row, m_type))
                .orElseGet(DataType::getMissingCell);
    }

    /** Returns whether the truth of any step of a forecast is known. */
    public boolean tellsOf(final ForecastSequence forecast) {
        return m_truth.filter(truth ->
                        Arrays.stream(forecast.futureRows()).anyMatch(row -> row >= 0 && !truth.isMissing(row)))
                .isPresent();
    }
}
