package org.rnn4knime.nodes.learner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.table.ColumnChecks;
import org.rnn4knime.nodes.table.ColumnRoles;

/** The columns of a table that the section "Input data" means. */
final class LearnerColumns {

    private final InputDataParameters m_parameters;

    private final DataTableSpec m_table;

    private final Task m_task;

    private final SequenceLayout m_layout;

    private final Scope m_predict;

    private LearnerColumns(final InputDataParameters parameters, final DataTableSpec table) {
        m_parameters = parameters;
        m_table = table;
        m_task = parameters.task();
        m_layout = parameters.m_layout.layout();
        m_predict = parameters.m_predict.scope();
    }

    /** Returns the settings of the engine for a table, without what the dialog hides. */
    static DataSettings settings(final InputDataParameters parameters, final DataTableSpec table)
            throws InvalidSettingsException {
        final var columns = new LearnerColumns(parameters, table);
        // Whatever the columns are, the engine says best why a task is impossible.
        return columns.m_task.isPossible() ? columns.settings() : columns.settings("", List.of(), List.of());
    }

    private DataSettings settings() throws InvalidSettingsException {
        final var target = target();
        final var ids = sequenceIds();
        final var order = order();
        if (m_task.isText()) {
            return settings(target, m_task.isFuture() ? List.of() : List.of(text()), ids);
        }
        final var taken = new HashSet<>(ids);
        taken.add(target);
        order.ifPresent(taken::add);
        final var data = settings(target, features(taken), ids);
        if (m_task.isColumns()) {
            ColumnChecks.checkSteps(m_table, data);
        }
        return data;
    }

    private DataSettings settings(final String target, final List<String> features, final List<String> ids)
            throws InvalidSettingsException {
        final var known = known(features);
        return SettingChecks.checked(() -> new DataSettings(
                m_layout,
                m_predict,
                target,
                features,
                known,
                ids,
                m_task.isRows() ? m_parameters.m_orderColumn : Optional.empty(),
                m_task.isColumns() ? m_parameters.m_featuresPerStep : 1,
                m_parameters.tokenizer(),
                m_parameters.m_missingValues.missingValues(),
                m_parameters.m_unknownValues.unknownValues()));
    }

    private String target() throws InvalidSettingsException {
        if (!m_task.hasTargetColumn()) {
            return m_task.isText() ? text() : "";
        }
        ColumnChecks.checkTarget(m_table, m_parameters.m_targetColumn, m_layout, m_predict);
        return m_parameters.m_targetColumn;
    }

    private String text() throws InvalidSettingsException {
        ColumnChecks.checkText(m_table, m_parameters.m_textColumn);
        return m_parameters.m_textColumn;
    }

    private Optional<String> order() throws InvalidSettingsException {
        final var order = m_task.isRows() ? m_parameters.m_orderColumn : Optional.<String>empty();
        if (order.isPresent()) {
            ColumnChecks.checkOrder(m_table, order.get());
        }
        return order;
    }

    private List<String> sequenceIds() throws InvalidSettingsException {
        final var choices = m_table.stream().filter(ColumnRoles::isSequenceId).toList();
        ColumnChecks.refuseSequenceIds(m_table, unfit(m_parameters.m_sequenceIdColumns, choices, Set.of()));
        return List.of(m_parameters.m_sequenceIdColumns.filter(choices));
    }

    private List<String> features(final Set<String> taken) throws InvalidSettingsException {
        final var choices = choices(taken);
        refuse(m_parameters.m_featureColumns, choices, taken, "feature");
        final var chosen = new HashSet<>(List.of(m_parameters.m_featureColumns.filter(choices)));
        if (m_task.hasKnownFuture()) {
            refuse(m_parameters.m_knownFutureColumns, choices, taken, "known future");
            chosen.addAll(List.of(m_parameters.m_knownFutureColumns.filter(choices)));
        }
        final var features = choices.stream().map(DataColumnSpec::getName);
        if (!chosen.isEmpty() || !m_task.needsFeatures()) {
            return features.filter(chosen::contains).toList();
        }
        CheckUtils.checkSetting(
                !choices.isEmpty(),
                "There is nothing to read: besides the target, the sequence ID and the order column, the table has no"
                        + " column with %s. Add the feature columns to the table, or choose another data layout.",
                m_layout == SequenceLayout.LISTS ? "lists" : "numbers, Booleans or text");
        return features.toList();
    }

    private List<DataColumnSpec> choices(final Set<String> taken) {
        return m_table.stream()
                .filter(column -> ColumnRoles.isFeature(column, m_layout))
                .filter(column -> !taken.contains(column.getName()))
                .toList();
    }

    /** The features that are known in the future. */
    private List<String> known(final List<String> features) {
        return m_task.hasKnownFuture()
                ? Stream.of(m_parameters.m_knownFutureColumns.filterFromFullSpec(m_table))
                        .filter(features::contains)
                        .toList()
                : List.of();
    }

    private void refuse(
            final ColumnFilter filter, final List<DataColumnSpec> choices, final Set<String> taken, final String role)
            throws InvalidSettingsException {
        ColumnChecks.refuseFeatures(m_table, unfit(filter, choices, taken), m_layout, role);
    }

    /** The columns that a user chose by hand although they cannot be chosen; those that are taken do no harm. */
    private static List<String> unfit(
            final ColumnFilter filter, final List<DataColumnSpec> choices, final Set<String> taken) {
        final var unfit = new ArrayList<>(List.of(filter.getMissingSelected(choices)));
        unfit.removeAll(taken);
        return unfit;
    }
}
