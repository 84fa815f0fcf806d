package org.rnn4knime.nodes.table;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/**
 * How values are encoded, as a table: one row a column of numbers, and one a value of a column of classes or symbols.
 */
public final class EncodersTable {

    private EncodersTable() {}

    /**
     * A row.
     *
     * @param column that is encoded
     * @param role what it is for
     * @param encoding what is done to it
     * @param index of the value
     * @param value that has the index
     * @param shift that is taken off a number
     * @param scale that a number is divided by then
     * @param forMissing what takes the place of a missing value
     */
    public record Entry(
            String column,
            String role,
            String encoding,
            OptionalInt index,
            Optional<String> value,
            OptionalDouble shift,
            OptionalDouble scale,
            Optional<String> forMissing) {

        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(column);
            Objects.requireNonNull(role);
            Objects.requireNonNull(encoding);
            Objects.requireNonNull(index);
            Objects.requireNonNull(value);
            Objects.requireNonNull(shift);
            Objects.requireNonNull(scale);
            Objects.requireNonNull(forMissing);
        }
    }

    /** Returns the table's columns, which never differ. */
    public static DataTableSpec spec() {
        return new DataTableSpec(
                new String[] {"Column", "Role", "Encoding", "Index", "Value", "Shift", "Scale", "For missing values"},
                new DataType[] {
                    StringCell.TYPE,
                    StringCell.TYPE,
                    StringCell.TYPE,
                    IntCell.TYPE,
                    StringCell.TYPE,
                    DoubleCell.TYPE,
                    DoubleCell.TYPE,
                    StringCell.TYPE
                });
    }

    /** Returns the table of some rows. */
    public static BufferedDataTable create(final Stream<Entry> entries, final ExecutionContext context)
            throws CanceledExecutionException {
        final var writer = new TableWriter(spec(), context);
        final var rows = entries.iterator();
        while (rows.hasNext()) {
            final var entry = rows.next();
            writer.add(
                    new StringCell(entry.column),
                    new StringCell(entry.role),
                    new StringCell(entry.encoding),
                    entry.index.isPresent() ? new IntCell(entry.index.getAsInt()) : DataType.getMissingCell(),
                    text(entry.value),
                    Cells.number(entry.shift),
                    Cells.number(entry.scale),
                    text(entry.forMissing));
        }
        return writer.close();
    }

    private static DataCell text(final Optional<String> text) {
        return text.<DataCell>map(StringCell::new).orElseGet(DataType::getMissingCell);
    }
}
