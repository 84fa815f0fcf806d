package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.RowIds;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.nodes.table.ColumnBuilder.Role;

/** Reads a table of KNIME into a table of the engine. */
public final class TableReader {

    /** How often progress is shown at the most: whoever looks sees no finer steps, and showing them takes time. */
    private static final int STEPS_OF_PROGRESS = 500;

    private TableReader() {}

    /**
     * Reads the columns that the settings name and the table has; all others are left alone. Booleans are 0 or 1 where
     * the network reads them, and "true" or "false" where they are predicted.
     *
     * @throws UnusableDataException if the table has more rows than an array, or a column is of a kind that a network
     *     cannot read
     * @throws CanceledExecutionException if the user cancels
     */
    public static Table read(final BufferedDataTable table, final DataSettings data, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        return read(table, columns(table.getDataTableSpec(), data), data, monitor);
    }

    /**
     * Reads, besides the columns that {@link #read(BufferedDataTable, DataSettings, ExecutionMonitor)} reads, the class
     * weights if the settings name a column of them and the table has it with numbers.
     *
     * @throws UnusableDataException if the table has more rows than an array, or a column is of a kind that a network
     *     cannot read
     * @throws CanceledExecutionException if the user cancels
     */
    public static Table read(final BufferedDataTable table, final RnnSettings settings, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var spec = table.getDataTableSpec();
        final var weights = settings.training().classWeights();
        final var names = new ArrayList<>(columns(spec, settings.data()));
        if (weights.type() == ClassWeightType.COLUMN
                && !names.contains(weights.column())
                && spec.containsName(weights.column())
                && ColumnRoles.isClassWeight(spec.getColumnSpec(weights.column()))) {
            names.add(weights.column());
        }
        return read(table, names, settings.data(), monitor);
    }

    private static List<String> columns(final DataTableSpec table, final DataSettings data) {
        return data.columns().stream().filter(table::containsName).toList();
    }

    private static Table read(
            final BufferedDataTable table,
            final List<String> names,
            final DataSettings data,
            final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var size = rows(table);
        final var spec = table.getDataTableSpec();
        final var columns = names.stream().mapToInt(spec::findColumnIndex).toArray();
        final var builders = builders(spec, data, columns, size);
        final var rowIds = RowIds.builder();
        final var step = Math.max(1, size / STEPS_OF_PROGRESS);
        try (var rows = table.iterator()) {
            for (var row = 0; rows.hasNext(); row++) {
                monitor.checkCanceled();
                if (row % step == 0) {
                    final var done = row;
                    monitor.setProgress(
                            (double) row / size,
                            () -> String.format(Locale.ROOT, "Reading row %,d of %,d", done + 1, size));
                }
                final var cells = rows.next();
                rowIds.add(cells.getKey().getString());
                for (var i = 0; i < columns.length; i++) {
                    builders.get(i).add(cells.getCell(columns[i]));
                }
            }
        }
        return new Table(
                rowIds.build(), builders.stream().map(ColumnBuilder::build).toList());
    }

    private static List<ColumnBuilder> builders(
            final DataTableSpec spec, final DataSettings data, final int[] columns, final int rows) {
        final var targets = ModelColumns.targets(data);
        final var builders = new ArrayList<ColumnBuilder>();
        for (final var column : columns) {
            final var name = spec.getColumnSpec(column).getName();
            builders.add(ColumnBuilder.of(spec.getColumnSpec(column), role(name, data, targets), rows));
        }
        return builders;
    }

    private static Role role(final String name, final DataSettings data, final List<String> targets) {
        if (data.sequenceIdColumns().contains(name)) {
            return Role.ID;
        }
        if (targets.contains(name)) {
            return Role.TARGET;
        }
        if (data.featureColumns().contains(name)) {
            return Role.FEATURE;
        }
        return data.orderColumn().equals(Optional.of(name)) ? Role.ORDER : Role.CLASS_WEIGHT;
    }

    private static int rows(final BufferedDataTable table) {
        if (table.size() > Integer.MAX_VALUE) {
            throw new UnusableDataException(
                    String.format(Locale.ROOT, "The table has %,d rows, more than can be read.", table.size()),
                    String.format(Locale.ROOT, "Split it into tables of at most %,d rows.", Integer.MAX_VALUE));
        }
        return (int) table.size();
    }
}
