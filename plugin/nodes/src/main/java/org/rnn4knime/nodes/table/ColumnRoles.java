package org.rnn4knime.nodes.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** Which columns can play which role: what the dialog offers, and what is checked before anything is learned. */
public final class ColumnRoles {

    private ColumnRoles() {}

    /** Returns whether a column can be what is predicted. */
    public static boolean isTarget(final DataColumnSpec column, final SequenceLayout layout, final Scope predict) {
        return kind(column).isReadable() && kind(column).isList() == isListTarget(layout, predict);
    }

    /** Returns whether what is predicted is a list cell: one value a time step, where a row holds a whole sequence. */
    static boolean isListTarget(final SequenceLayout layout, final Scope predict) {
        return layout == SequenceLayout.LISTS && predict != Scope.SEQUENCE;
    }

    /** Returns whether the network can read a column in a layout. */
    public static boolean isFeature(final DataColumnSpec column, final SequenceLayout layout) {
        return layout == SequenceLayout.TEXT
                ? isText(column)
                : kind(column).isReadable() && kind(column).isList() == (layout == SequenceLayout.LISTS);
    }

    /** Returns whether a column holds texts, which can be split into symbols. */
    public static boolean isText(final DataColumnSpec column) {
        return kind(column) == ColumnKind.TEXT;
    }

    /** Returns whether a column can tell sequences apart: by values that are equal or not, unlike those with a fraction. */
    public static boolean isSequenceId(final DataColumnSpec column) {
        // Booleans are whole numbers too.
        return isText(column) || kind(column).isDateOrTime() || column.getType().isCompatible(LongValue.class);
    }

    /** Returns whether a column can bring rows into order. */
    public static boolean isOrder(final DataColumnSpec column) {
        return kind(column).isOrder();
    }

    /** Returns whether a column can say how much the class of each row counts. */
    public static boolean isClassWeight(final DataColumnSpec column) {
        return kind(column) == ColumnKind.NUMBER;
    }

    /** Returns whether classes are predicted, and not numbers: what the target column holds, or all step columns. */
    public static boolean hasClasses(final DataTableSpec table, final DataSettings data) {
        return ModelColumns.of(data, table).targetKind().single() != ColumnKind.NUMBER;
    }

    /** Returns how many different values of a column are known before it is read; 0 if they are not. */
    public static int possibleValues(final DataColumnSpec column) {
        final var domain = column.getDomain();
        return domain.hasValues() ? domain.getValues().size() : 0;
    }

    static ColumnKind kind(final DataColumnSpec column) {
        return ColumnKind.of(column.getType());
    }
}
