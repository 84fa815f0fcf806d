package org.rnn4knime.nodes.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.rnn4knime.engine.sequence.DataSettings;

/**
 * Checks that a table has the columns that the settings or a model name. Each failure names the column and the way out.
 */
public final class ColumnChecks {

    private static final int MOST_NAMES = 5;

    private ColumnChecks() {}

    /** Checks the column that a user chose to learn; "" stands for none. */
    public static void checkTarget(final DataTableSpec table, final String target) throws InvalidSettingsException {
        final var numeric = names(table, column -> kind(column) == ColumnKind.NUMBER);
        CheckUtils.checkSetting(
                !target.isEmpty(), "No target column is chosen. Choose one of the columns with numbers: %s.", numeric);
        CheckUtils.checkSetting(
                table.containsName(target),
                "Target column \"%s\" is not in the table. Choose one of the columns with numbers: %s.",
                target,
                numeric);
        final var kind = kind(table.getColumnSpec(target));
        CheckUtils.checkSetting(
                kind == ColumnKind.NUMBER,
                "Target column \"%s\" holds %s, but the target must be a number. "
                        + "Choose one of the columns with numbers: %s.",
                target,
                kind.words(),
                numeric);
    }

    /** Checks the column that a user chose to bring rows into order. */
    public static void checkOrder(final DataTableSpec table, final String order) throws InvalidSettingsException {
        CheckUtils.checkSetting(
                table.containsName(order),
                "Order column \"%s\" is not in the table. Choose one of these columns, or switch it off: %s.",
                order,
                names(table, column -> kind(column).isOrder()));
        final var kind = kind(table.getColumnSpec(order));
        CheckUtils.checkSetting(
                kind.isOrder(),
                "Order column \"%s\" holds %s, which have no order in time. "
                        + "Choose a column of numbers, dates, times or ISO dates as text, or switch it off.",
                order,
                kind.words());
    }

    /**
     * Checks that a table has the columns that a model needs, of the model's kinds. More columns, and another order of
     * the columns, do no harm.
     *
     * @param table its columns
     * @param tableName how the user knows the table
     * @param data the model's columns
     * @param orderKind what the model's order column holds, if it has one
     */
    public static void checkForModel(
            final DataTableSpec table,
            final String tableName,
            final DataSettings data,
            final Optional<ColumnKind> orderKind)
            throws InvalidSettingsException {
        checkKind(table, tableName, "target", data.targetColumn(), ColumnKind.NUMBER);
        checkKeys(table, tableName, data, orderKind);
    }

    /** Checks, like {@link #checkForModel}, a table that need not have the target; if it has, it must be numeric. */
    public static void checkKnownFuture(
            final DataTableSpec table,
            final String tableName,
            final DataSettings data,
            final Optional<ColumnKind> orderKind)
            throws InvalidSettingsException {
        if (table.containsName(data.targetColumn())) {
            checkKind(table, tableName, "target", data.targetColumn(), ColumnKind.NUMBER);
        }
        checkKeys(table, tableName, data, orderKind);
    }

    private static void checkKeys(
            final DataTableSpec table,
            final String tableName,
            final DataSettings data,
            final Optional<ColumnKind> orderKind)
            throws InvalidSettingsException {
        for (final var id : data.sequenceIdColumns()) {
            checkIsThere(table, tableName, "sequence ID", id);
        }
        if (data.orderColumn().isPresent() && orderKind.isPresent()) {
            checkKind(table, tableName, "order", data.orderColumn().get(), orderKind.get());
        }
    }

    private static void checkKind(
            final DataTableSpec table,
            final String tableName,
            final String role,
            final String name,
            final ColumnKind expected)
            throws InvalidSettingsException {
        checkIsThere(table, tableName, role, name);
        final var kind = kind(table.getColumnSpec(name));
        CheckUtils.checkSetting(
                kind == expected,
                "Column \"%s\" of the table \"%s\" holds %s, but the model's %s column holds %s. "
                        + "Convert the column, or train a model on such a table.",
                name,
                tableName,
                kind.words(),
                role,
                expected.words());
    }

    private static void checkIsThere(
            final DataTableSpec table, final String tableName, final String role, final String name)
            throws InvalidSettingsException {
        CheckUtils.checkSetting(
                table.containsName(name),
                "The table \"%s\" has no column \"%s\", the model's %s column. "
                        + "Add or rename a column, or train a model on such a table.",
                tableName,
                name,
                role);
    }

    private static ColumnKind kind(final DataColumnSpec column) {
        return ColumnKind.of(column.getType());
    }

    private static String names(final DataTableSpec table, final Predicate<DataColumnSpec> choice) {
        final List<String> names = table.stream()
                .filter(choice)
                .map(column -> "\"" + column.getName() + "\"")
                .toList();
        final var shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return "the table has none";
        }
        return names.size() > MOST_NAMES ? shown + " …" : shown;
    }
}
