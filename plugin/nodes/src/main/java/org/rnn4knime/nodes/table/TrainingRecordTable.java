package org.rnn4knime.nodes.table;

import java.util.List;
import java.util.Objects;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** How a model came about, as a table: one row a setting or a result. */
public final class TrainingRecordTable {

    private TrainingRecordTable() {}

    /**
     * A row.
     *
     * @param section what it belongs to
     * @param name what it is called
     * @param value as text
     */
    public record Entry(String section, String name, String value) {

        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(section);
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    /** Returns the table's columns, which never differ. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                new String[] {"Section", "Name", "Value"},
                new DataType[] {StringCell.TYPE, StringCell.TYPE, StringCell.TYPE});
    }

    /** Returns the table of some rows. */
    public static BufferedDataTable create(final List<Entry> entries, final ExecutionContext context)
            throws CanceledExecutionException {
        final var writer = new TableWriter(spec(), context);
        for (final var entry : entries) {
            writer.add(new StringCell(entry.section), new StringCell(entry.name), new StringCell(entry.value));
        }
        return writer.close();
    }
}
