package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.util.UniqueNameGenerator;
import org.rnn4knime.engine.prediction.Predictions;
import org.rnn4knime.engine.prediction.Slots;
import org.rnn4knime.engine.sequence.SequenceLayout;

/**
 * Predictions as a table. Usually it is the table that was predicted with columns appended. Where one row is a time
 * step but one value a sequence is predicted, it is a table of its own, one row a sequence: the sequence ID columns,
 * the target if the table has it, both as the last row of the sequence has them, and the results.
 */
public final class PredictionTable {

    private final DataTableSpec m_table;

    private final ModelColumns m_model;

    private final Optional<List<ResultColumn>> m_results;

    /**
     * @param table the columns of the table that is predicted, among them all that the model needs
     * @param model the model's columns
     * @param options which columns are wanted; one whose name the table has already is called "name (#1)"
     * @param classes the model's, if they are known
     * @param hiddenStates how many the model has, if that is known
     */
    public PredictionTable(
            final DataTableSpec table,
            final ModelColumns model,
            final PredictionOptions options,
            final Optional<List<String>> classes,
            final Optional<Integer> hiddenStates) {
        m_table = table;
        m_model = model;
        m_results = ResultColumns.of(model, options, classes, hiddenStates);
    }

    /** Returns whether a model has probabilities of classes that could have columns of their own. */
    public static boolean hasProbabilities(final ModelColumns model) {
        return ResultColumns.hasProbabilities(model);
    }

    /** Returns the table's columns; empty while it is not known how many there are. */
    public Optional<DataTableSpec> spec() {
        return m_results.map(results -> isOneRowASequence()
                ? new DataTableSpec(Stream.of(kept(), appended(results, kept()))
                        .flatMap(List::stream)
                        .toArray(DataColumnSpec[]::new))
                : rearranger(results, row -> new DataCell[0]).createSpec());
    }

    /**
     * Returns the table, once it is known how many columns there are.
     *
     * @param table that was predicted
     * @throws CanceledExecutionException if the user cancels
     */
    public BufferedDataTable create(
            final BufferedDataTable table,
            final Predictions predictions,
            final ExecutionContext context,
            final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var results = m_results.orElseThrow();
        if (isOneRowASequence()) {
            return sequences(table, predictions, context, monitor);
        }
        return context.createColumnRearrangeTable(
                table, rearranger(results, row -> cells(results, predictions, row)), monitor);
    }

    private boolean isOneRowASequence() {
        return Slots.Kind.of(m_model.data()) == Slots.Kind.SEQUENCES
                && m_model.data().layout() == SequenceLayout.ROWS;
    }

    private ColumnRearranger rearranger(final List<ResultColumn> results, final IntFunction<DataCell[]> cells) {
        final var rearranger = new ColumnRearranger(m_table);
        rearranger.append(new ResultCells(appended(results, m_table.stream().toList()), cells));
        return rearranger;
    }

    private static List<DataColumnSpec> appended(final List<ResultColumn> results, final List<DataColumnSpec> before) {
        final var names = new UniqueNameGenerator(new DataTableSpec(before.toArray(DataColumnSpec[]::new)));
        return results.stream()
                .map(result -> {
                    final var creator = names.newCreator(result.name(), result.type());
                    creator.setDomain(result.domain());
                    return creator.createSpec();
                })
                .toList();
    }

    private static DataCell[] cells(final List<ResultColumn> results, final Predictions predictions, final int index) {
        return results.stream()
                .map(result -> result.source().cell(predictions, index))
                .toArray(DataCell[]::new);
    }

    /** Returns the columns of a table of sequences that come from the table that is predicted, without its domains. */
    private List<DataColumnSpec> kept() {
        final var data = m_model.data();
        return Stream.concat(data.sequenceIdColumns().stream(), Stream.of(data.targetColumn()))
                .filter(m_table::containsName)
                .map(name -> new DataColumnSpecCreator(
                                name, m_table.getColumnSpec(name).getType())
                        .createSpec())
                .toList();
    }

    private BufferedDataTable sequences(
            final BufferedDataTable table,
            final Predictions predictions,
            final ExecutionContext context,
            final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var results = m_results.orElseThrow();
        final var columns = m_table.columnsToIndices(
                kept().stream().map(DataColumnSpec::getName).toArray(String[]::new));
        final var rows = predictions.sequences().steps().rows();
        final var kept = RowCells.read(table, rows, columns, monitor);
        final var writer = new TableWriter(spec().orElseThrow(), context);
        for (var sequence = 0; sequence < rows.length; sequence++) {
            final var cells = new ArrayList<>(kept.get(rows[sequence]));
            cells.addAll(List.of(cells(results, predictions, sequence)));
            writer.add(cells.toArray(DataCell[]::new));
        }
        return writer.close();
    }

    private static final class ResultCells extends AbstractCellFactory {

        private final IntFunction<DataCell[]> m_cells;

        ResultCells(final List<DataColumnSpec> columns, final IntFunction<DataCell[]> cells) {
            super(columns.toArray(DataColumnSpec[]::new));
            m_cells = cells;
        }

        @Override
        public DataCell[] getCells(final DataRow row, final long rowIndex) {
            return m_cells.apply((int) rowIndex);
        }
    }
}
