package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.UniqueNameGenerator;
import org.rnn4knime.engine.prediction.ForecastSequence;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.SequenceLayout;

/**
 * Forecasts as a table, one row a step of each sequence: the sequence's row ID where one row is a sequence, its ID, the order column
 * continued, the step, the forecast, the bounds of its intervals, and the target itself if a table "Known future" has it.
 */
public final class ForecastTable {

    private final DataTableSpec m_history;

    private final ModelColumns m_columns;

    private final List<Double> m_levels;

    private final boolean m_hasTruth;

    private final DataTableSpec m_spec;

    /**
     * @param history the columns of the history, among them all that the model needs
     * @param knownFuture the columns of the table "Known future", if there is one
     * @param columns the model's columns
     * @param levels of the intervals
     */
    public ForecastTable(
            final DataTableSpec history,
            final Optional<DataTableSpec> knownFuture,
            final ModelColumns columns,
            final List<Double> levels) {
        m_history = history;
        m_columns = columns;
        m_levels = List.copyOf(levels);
        final var truth = knownFuture.flatMap(future ->
                Optional.ofNullable(future.getColumnSpec(columns.data().targetColumn())));
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
     * @param rowIds of the history
     * @param knownFuture the truth, for the column of the target
     * @throws CanceledExecutionException if the user cancels
     */
    public BufferedDataTable create(
            final List<ForecastSequence> forecasts,
            final BufferedDataTable history,
            final List<String> rowIds,
            final KnownFuture knownFuture,
            final ExecutionContext context)
            throws CanceledExecutionException {
        final var ids = idCells(forecasts, history, context);
        final var writer = new TableWriter(m_spec, context);
        for (final var forecast : forecasts) {
            final var fixed = new ArrayList<DataCell>();
            if (hasRowId()) {
                fixed.add(new StringCell(rowIds.get(forecast.row())));
            }
            fixed.addAll(ids.getOrDefault(forecast.row(), List.of()));
            for (var step = 0; step < forecast.steps(); step++) {
                final var cells = new ArrayList<>(fixed);
                addStep(cells, forecast, step);
                if (m_hasTruth) {
                    cells.add(knownFuture.truth(forecast, step));
                }
                writer.add(cells.toArray(DataCell[]::new));
            }
        }
        return writer.close();
    }

    private void addStep(final List<DataCell> cells, final ForecastSequence forecast, final int step) {
        if (forecast.order().isPresent()) {
            final var type = m_spec.getColumnSpec(cells.size()).getType();
            cells.add(Cells.cell(forecast.order().get(), step, type));
        }
        cells.add(new IntCell(step + 1));
        cells.add(
                forecast.values() instanceof NumberColumn numbers
                        ? Cells.number(numbers.values()[step])
                        : Cells.cell(forecast.values(), step, valueType()));
        for (final var interval : forecast.intervals()) {
            cells.add(Cells.number(interval.lower()[step]));
            cells.add(Cells.number(interval.upper()[step]));
        }
    }

    private DataTableSpec createSpec(final Optional<DataColumnSpec> truth) {
        final var data = m_columns.data();
        final var taken = new HashSet<>(data.sequenceIdColumns());
        data.orderColumn().ifPresent(taken::add);
        taken.add(data.targetColumn());
        final var names = new UniqueNameGenerator(taken);
        final var columns = new ArrayList<DataColumnSpec>();
        if (hasRowId()) {
            columns.add(names.newColumn("Row ID", StringCell.TYPE));
        }
        data.sequenceIdColumns()
                .forEach(id -> columns.add(copy(id, m_history.getColumnSpec(id).getType())));
        data.orderColumn()
                .ifPresent(order -> columns.add(
                        copy(order, Cells.type(m_history.getColumnSpec(order).getType()))));
        columns.add(names.newColumn("Step", IntCell.TYPE));
        final var target = data.targetName();
        columns.add(names.newColumn("Forecast (" + target + ")", valueType()));
        for (final var level : m_levels) {
            final var suffix = " bound (" + target + ", " + NumberColumn.text(level) + "%)";
            columns.add(names.newColumn("Lower" + suffix, DoubleCell.TYPE));
            columns.add(names.newColumn("Upper" + suffix, DoubleCell.TYPE));
        }
        truth.ifPresent(column -> columns.add(copy(column.getName(), Cells.type(column.getType()))));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** Returns whether a row of the history is a sequence, so that its row ID tells it. */
    private boolean hasRowId() {
        return m_columns.data().layout() != SequenceLayout.ROWS;
    }

    private DataType valueType() {
        return switch (m_columns.targetKind().single()) {
            case NUMBER -> DoubleCell.TYPE;
            case BOOLEAN -> BooleanCell.TYPE;
            default -> StringCell.TYPE;
        };
    }

    /** Returns a column without the domain and the colours of the one that it continues. */
    private static DataColumnSpec copy(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** Returns the cells of the sequence ID columns, by the rows that the forecasts name. */
    private Map<Integer, List<DataCell>> idCells(
            final List<ForecastSequence> forecasts, final BufferedDataTable history, final ExecutionContext context)
            throws CanceledExecutionException {
        final var ids = m_columns.data().sequenceIdColumns();
        return ids.isEmpty()
                ? Map.of()
                : RowCells.read(
                        history,
                        forecasts.stream().mapToInt(ForecastSequence::row).toArray(),
                        m_history.columnsToIndices(ids.toArray(String[]::new)),
                        context);
    }
}
