package org.rnn4knime.nodes.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/**
 * The columns that a model was trained with, and what they held.
 *
 * @param data which columns, and what is predicted
 * @param kinds what the target, the features and the order column held, by their names
 */
public record ModelColumns(DataSettings data, Map<String, ColumnKind> kinds) {

    /** Copies the map; refuses one that lacks a column with an IllegalArgumentException. */
    public ModelColumns {
        kinds = Map.copyOf(kinds);
        for (final var name : typed(data)) {
            if (!kinds.containsKey(name)) {
                throw new IllegalArgumentException("Nothing is known of the column \"" + name + "\".");
            }
        }
    }

    /**
     * Returns the columns of a model that is trained with a table.
     *
     * @param training its columns, among them all that the settings name
     */
    public static ModelColumns of(final DataSettings data, final DataTableSpec training) {
        final var kinds = new LinkedHashMap<String, ColumnKind>();
        typed(data)
                .forEach(name -> kinds.put(
                        name, ColumnKind.of(training.getColumnSpec(name).getType())));
        return new ModelColumns(data, kinds);
    }

    /**
     * Returns the columns whose values are predicted: the target or, where step columns forecast themselves, the first
     * of each step.
     */
    public static List<String> targets(final DataSettings data) {
        if (data.layout() != SequenceLayout.COLUMNS || data.predict() != Scope.FUTURE) {
            return List.of(data.targetColumn());
        }
        return IntStream.iterate(
                        0, index -> index < data.featureColumns().size(), index -> index + data.featuresPerStep())
                .mapToObj(data.featureColumns()::get)
                .toList();
    }

    /** Returns the columns whose kind counts. */
    private static List<String> typed(final DataSettings data) {
        return data.columns().stream()
                .filter(name -> !data.sequenceIdColumns().contains(name))
                .toList();
    }

    /** Returns what is predicted; of step columns, what the first of them held. */
    public ColumnKind targetKind() {
        return kinds.get(targets(data).get(0));
    }

    /** Returns what the order column held; empty if the model has none. */
    public Optional<ColumnKind> orderKind() {
        return data.orderColumn().map(kinds::get);
    }

    /**
     * Checks that a table has the columns that the model needs, of the model's kinds. More columns, and another order
     * of the columns, do no harm. The target need not be there unless its own past is read.
     *
     * @param table its columns
     * @param tableName how the user knows the table
     */
    public void checkForModel(final DataTableSpec table, final String tableName) throws InvalidSettingsException {
        check(table, tableName, data.predict() == Scope.FUTURE);
    }

    /** Checks, like {@link #checkForModel}, a table that the model is to learn from, so the target must be there. */
    public void checkForTraining(final DataTableSpec table, final String tableName) throws InvalidSettingsException {
        check(table, tableName, true);
    }

    private void check(final DataTableSpec table, final String tableName, final boolean needsTarget)
            throws InvalidSettingsException {
        final var check = new Check(table, tableName);
        final var targets = targets(data);
        for (final var target : targets) {
            check.target(target, needsTarget);
        }
        for (final var feature : data.featureColumns()) {
            if (!targets.contains(feature)) {
                check.feature(feature);
            }
        }
        check.keys();
    }

    /**
     * Checks, like {@link #checkForModel}, a table of what is known of the future: of the features it needs those that
     * are known in the future.
     */
    public void checkKnownFuture(final DataTableSpec table, final String tableName) throws InvalidSettingsException {
        final var check = new Check(table, tableName);
        for (final var target : targets(data)) {
            check.target(target, false);
        }
        for (final var feature : data.knownFutureColumns()) {
            check.feature(feature);
        }
        check.keys();
    }

    /** Checks one table; each failure names the table, the column and the way out. */
    private final class Check {

        private final DataTableSpec m_table;

        private final String m_tableName;

        Check(final DataTableSpec table, final String tableName) {
            m_table = table;
            m_tableName = tableName;
        }

        /** Unlike a feature, a target must be of the same kind: Booleans are classes there, not numbers. */
        void target(final String name, final boolean isNeeded) throws InvalidSettingsException {
            final var role = data.layout() == SequenceLayout.TEXT && data.predict() == Scope.FUTURE ? "text" : "target";
            if (isNeeded || m_table.containsName(name)) {
                kind(role(role), name, isNeeded ? "Convert" : "Convert or remove", kinds.get(name)::equals);
            }
        }

        void feature(final String name) throws InvalidSettingsException {
            final var role = data.layout() == SequenceLayout.TEXT ? "text" : "feature";
            kind(role(role), name, "Convert", kinds.get(name)::accepts);
        }

        void keys() throws InvalidSettingsException {
            for (final var id : data.sequenceIdColumns()) {
                isThere("sequence ID", id);
            }
            if (data.orderColumn().isPresent()) {
                final var order = data.orderColumn().get();
                kind("order", order, "Convert", kinds.get(order)::equals);
            }
        }

        /** What users call a column: where step columns forecast themselves, no target is chosen. */
        private String role(final String role) {
            return data.targetColumn().isEmpty() ? "step" : role;
        }

        private void isThere(final String role, final String name) throws InvalidSettingsException {
            CheckUtils.checkSetting(
                    m_table.containsName(name),
                    "The table \"%s\" has no column \"%s\", the model's %s column. "
                            + "Add or rename a column, or train a model on such a table.",
                    m_tableName,
                    name,
                    role);
        }

        private void kind(
                final String role, final String name, final String wayOut, final Predicate<ColumnKind> isExpected)
                throws InvalidSettingsException {
            isThere(role, name);
            final var found = ColumnKind.of(m_table.getColumnSpec(name).getType());
            CheckUtils.checkSetting(
                    isExpected.test(found),
                    "Column \"%s\" of the table \"%s\" holds %s, but the model's %s column holds %s. "
                            + "%s the column, or train a model on such a table.",
                    name,
                    m_tableName,
                    found.words(),
                    role,
                    kinds.get(name).words(),
                    wayOut);
        }
    }
}
