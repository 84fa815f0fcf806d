package org.rnn4knime.nodes.table;

import java.util.Optional;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Collects the cells of one column, row after row, into a column of the engine. */
interface ColumnBuilder {

    /**
     * What a column is read for.
     */
    enum Role {
        /** Tells sequences apart. */
        ID,
        /** Brings rows into order. */
        ORDER,
        /** Is read by the network. */
        FEATURE,
        /** Is predicted. */
        TARGET,
        /** Tells how much the class of a row counts. */
        CLASS_WEIGHT
    }

    /**
     * Returns an empty builder for a column with a known number of rows.
     *
     * @throws UnusableDataException if a network does not read columns of this kind
     */
    static ColumnBuilder of(final DataColumnSpec column, final Role role, final int rows) {
        final var name = column.getName();
        final var kind = ColumnKind.of(column.getType());
        if (kind.isDateOrTime()) {
            return new TimeBuilder(name, rows);
        }
        if (role == Role.ID) {
            // A double does not tell all long numbers apart.
            return kind == ColumnKind.NUMBER && !column.getType().isCompatible(LongValue.class)
                    ? new NumberBuilder(name, rows)
                    : new Texts(name, rows);
        }
        if (!kind.isReadable()) {
            throw unreadable(name, kind);
        }
        if (kind.isList()) {
            return new ListBuilder(name, rows, isText(kind, role));
        }
        return isText(kind, role) ? new Texts(name, rows) : new NumberBuilder(name, rows);
    }

    /** Booleans are classes where they are predicted, and 0 or 1 where they are read. */
    private static boolean isText(final ColumnKind kind, final Role role) {
        return kind.single() == ColumnKind.TEXT || kind.single() == ColumnKind.BOOLEAN && role == Role.TARGET;
    }

    private static UnusableDataException unreadable(final String name, final ColumnKind kind) {
        return new UnusableDataException(
                "The column \"" + name + "\" holds " + kind.words()
                        + ", but numbers, Booleans, text and lists of these can be read.",
                kind == ColumnKind.SET
                        ? "Make lists of its values before, or choose another column."
                        : "Convert the column before, or choose another one.");
    }

    /** Takes the cell of the next row. */
    void add(DataCell cell);

    /** Returns the column of the rows so far. */
    Column build();

    /**
     * Returns what a cell says; cells of other kinds count by what KNIME shows of them, so that anything may be an ID.
     */
    static String text(final DataCell cell) {
        if (cell instanceof StringValue text) {
            return text.getStringValue();
        }
        return cell instanceof BooleanValue truth ? Boolean.toString(truth.getBooleanValue()) : cell.toString();
    }

    /** Text, of which each distinct value is kept once. */
    final class Texts implements ColumnBuilder {

        private final TextColumn.Builder m_values;

        Texts(final String name, final int rows) {
            m_values = TextColumn.builder(name, rows);
        }

        @Override
        public void add(final DataCell cell) {
            m_values.add(cell.isMissing() ? Optional.empty() : Optional.of(text(cell)));
        }

        @Override
        public Column build() {
            return m_values.build();
        }
    }
}
