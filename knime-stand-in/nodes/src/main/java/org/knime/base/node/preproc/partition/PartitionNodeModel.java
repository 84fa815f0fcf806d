package org.knime.base.node.preproc.partition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.Require;
import org.rnn4knime.standin.nodes.SettingsNodeModel;

/** Splits a table in two; both parts keep the table's order. */
final class PartitionNodeModel extends SettingsNodeModel<PartitionSettings> {

    PartitionNodeModel() {
        super(1, 2);
    }

    @Override
    protected PartitionSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        return PartitionSettings.read(settings);
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] inputs) throws InvalidSettingsException {
        if (settings().sampling() == PartitionSettings.Sampling.STRATIFIED) {
            classColumn(inputs[0]);
        }
        return new DataTableSpec[] {inputs[0], inputs[0]};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inputs, final ExecutionContext context)
            throws Exception {
        final var table = inputs[0];
        if (table.size() == 0 && settings().whenEmpty() == PartitionSettings.WhenEmpty.FAIL) {
            throw new KNIMEException("The input table has no rows to split."
                    + " Choose 'Output empty tables' in the Table Partitioner to go on without.");
        }
        final var chosen = select(table);
        final var first = context.createDataContainer(table.getDataTableSpec());
        final var second = context.createDataContainer(table.getDataTableSpec());
        var index = 0;
        for (final var row : table) {
            context.checkCanceled();
            (chosen.get(index++) ? first : second).addRowToTable(row);
        }
        first.close();
        second.close();
        return new BufferedDataTable[] {first.getTable(), second.getTable()};
    }

    private BitSet select(final BufferedDataTable table) throws InvalidSettingsException {
        final var rows = Math.toIntExact(table.size());
        final var settings = settings();
        final var count = settings.firstRows(rows);
        final var random =
                settings.seed().isPresent() ? new Random(settings.seed().getAsLong()) : new Random();
        return switch (settings.sampling()) {
            case FIRST_ROWS -> RowSelection.first(count);
            case LINEAR -> RowSelection.linear(rows, count);
            case RANDOM -> RowSelection.random(rows, count, random);
            case STRATIFIED -> RowSelection.stratified(classes(table), count, random);
        };
    }

    private List<DataCell> classes(final BufferedDataTable table) throws InvalidSettingsException {
        final var column = classColumn(table.getDataTableSpec());
        final var classes = new ArrayList<DataCell>();
        table.forEach(row -> classes.add(row.getCell(column)));
        return classes;
    }

    private int classColumn(final DataTableSpec spec) throws InvalidSettingsException {
        return Require.column(spec, settings().classColumn(), "group column", DataValue.class);
    }
}
