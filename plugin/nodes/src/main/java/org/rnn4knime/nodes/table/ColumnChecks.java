package org.rnn4knime.nodes.table;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** Checks the columns that a user chose to learn from. Each failure names the column and the way out. */
public final class ColumnChecks {

    private static final String VALUES = "numbers, Booleans or text";

    private ColumnChecks() {}

    /** Checks the column that is to be predicted; "" stands for none. */
    public static void checkTarget(
            final DataTableSpec table, final String target, final SequenceLayout layout, final Scope predict)
            throws InvalidSettingsException {
        final var isList = ColumnRoles.isListTarget(layout, predict);
        final var hasChoices = table.stream().anyMatch(column -> ColumnRoles.isTarget(column, layout, predict));
        final var choices = isList && !hasChoices
                ? "The table has no column with lists. Choose another data layout."
                : String.format(
                        "Choose one of the columns with %s: %s.",
                        isList ? "lists" : VALUES,
                        ColumnNames.choices(table, column -> ColumnRoles.isTarget(column, layout, predict)));
        CheckUtils.checkSetting(!target.isEmpty(), "No target column is chosen. %s", choices);
        CheckUtils.checkSetting(
                table.containsName(target), "Target column \"%s\" is not in the table. %s", target, choices);
        CheckUtils.checkSetting(
                ColumnRoles.isTarget(table.getColumnSpec(target), layout, predict),
                "Target column \"%s\" holds %s, but %s. %s",
                target,
                ColumnRoles.kind(table.getColumnSpec(target)).words(),
                isList ? "the values of all time steps are a list of " + VALUES : VALUES + " can be predicted",
                choices);
    }

    /** Checks the column of texts; "" stands for none. */
    public static void checkText(final DataTableSpec table, final String text) throws InvalidSettingsException {
        final var choices = String.format(
                "Choose one of the columns with text: %s.", ColumnNames.choices(table, ColumnRoles::isText));
        CheckUtils.checkSetting(!text.isEmpty(), "No text column is chosen. %s", choices);
        CheckUtils.checkSetting(table.containsName(text), "Text column \"%s\" is not in the table. %s", text, choices);
        CheckUtils.checkSetting(
                ColumnRoles.isText(table.getColumnSpec(text)),
                "Text column \"%s\" holds %s, which cannot be split into symbols. %s",
                text,
                ColumnRoles.kind(table.getColumnSpec(text)).words(),
                choices);
    }

    /** Checks the column that brings rows into order. */
    public static void checkOrder(final DataTableSpec table, final String order) throws InvalidSettingsException {
        CheckUtils.checkSetting(
                table.containsName(order),
                "Order column \"%s\" is not in the table. Choose one of these columns, or switch it off: %s.",
                order,
                ColumnNames.choices(table, ColumnRoles::isOrder));
        CheckUtils.checkSetting(
                ColumnRoles.isOrder(table.getColumnSpec(order)),
                "Order column \"%s\" holds %s, which have no order in time. "
                        + "Choose a column of numbers, dates, times or ISO dates as text, or switch it off.",
                order,
                ColumnRoles.kind(table.getColumnSpec(order)).words());
    }

    /** Checks the column that says how much each class counts; "" stands for none. */
    public static void checkClassWeights(final DataTableSpec table, final String weights)
            throws InvalidSettingsException {
        final var choices = String.format(
                "Choose one of the columns with numbers, or other class weights: %s.",
                ColumnNames.choices(table, ColumnRoles::isClassWeight));
        CheckUtils.checkSetting(!weights.isEmpty(), "No class weight column is chosen. %s", choices);
        CheckUtils.checkSetting(
                table.containsName(weights), "Class weight column \"%s\" is not in the table. %s", weights, choices);
        CheckUtils.checkSetting(
                ColumnRoles.isClassWeight(table.getColumnSpec(weights)),
                "Class weight column \"%s\" holds %s, but weights are numbers. %s",
                weights,
                ColumnRoles.kind(table.getColumnSpec(weights)).words(),
                choices);
    }

    /** Checks the column of class weights if the settings want one. */
    public static void checkClassWeights(final DataTableSpec table, final RnnSettings settings)
            throws InvalidSettingsException {
        final var weights = settings.training().classWeights();
        if (weights.type() == ClassWeightType.COLUMN) {
            checkClassWeights(table, weights.column());
            // It would be read as text, whatever it holds.
            CheckUtils.checkSetting(
                    !settings.data().sequenceIdColumns().contains(weights.column()),
                    "Class weight column \"%s\" is a sequence ID column too. Choose another column for one of them.",
                    weights.column());
        }
    }

    /** Refuses the first of the columns that a user chose to tell sequences apart, but that cannot. */
    public static void refuseSequenceIds(final DataTableSpec table, final List<String> columns)
            throws InvalidSettingsException {
        for (final var id : columns) {
            CheckUtils.checkSetting(
                    table.containsName(id),
                    "Sequence ID column \"%s\" is not in the table. Remove it from the sequence ID columns.",
                    id);
            throw new InvalidSettingsException(String.format(
                    "Sequence ID column \"%s\" holds %s, but sequences are told apart by text, whole numbers, dates or"
                            + " Booleans. Remove it from the sequence ID columns.",
                    id, ColumnRoles.kind(table.getColumnSpec(id)).words()));
        }
    }

    /**
     * Refuses the first of the columns that a user chose as features, but that cannot be read.
     *
     * @param role what the user chose them as: "feature", "known future"
     */
    public static void refuseFeatures(
            final DataTableSpec table, final List<String> columns, final SequenceLayout layout, final String role)
            throws InvalidSettingsException {
        for (final var feature : columns) {
            CheckUtils.checkSetting(
                    table.containsName(feature),
                    "The %s column \"%s\" is not in the table. Remove it from the %s columns.",
                    role,
                    feature,
                    role);
            throw new InvalidSettingsException(String.format(
                    "The %s column \"%s\" holds %s, but %s. %s, or remove it from the %s columns.",
                    role,
                    feature,
                    ColumnRoles.kind(table.getColumnSpec(feature)).words(),
                    layout == SequenceLayout.LISTS
                            ? "with list cells the values of a feature are a list of " + VALUES
                            : VALUES + " can be read",
                    wayOut(table, feature, layout),
                    role));
        }
    }

    private static String wayOut(final DataTableSpec table, final String feature, final SequenceLayout layout) {
        final var column = table.getColumnSpec(feature);
        if (ColumnRoles.kind(column).isDateOrTime()) {
            return "Extract numbers from it before, such as the month or the hour";
        }
        final var isOfAnotherLayout = layout == SequenceLayout.LISTS
                ? ColumnRoles.isFeature(column, SequenceLayout.ROWS)
                : ColumnRoles.isFeature(column, SequenceLayout.LISTS);
        return isOfAnotherLayout ? "Choose the data layout that fits the table" : "Convert it before";
    }

    /** Checks that step columns which are the same feature at several time steps hold the same kind of values. */
    public static void checkSteps(final DataTableSpec table, final DataSettings data) throws InvalidSettingsException {
        final var names = data.featureColumns();
        for (int index = data.featuresPerStep(); index < names.size(); index++) {
            final var first = table.getColumnSpec(names.get(index % data.featuresPerStep()));
            final var column = table.getColumnSpec(names.get(index));
            CheckUtils.checkSetting(
                    ColumnRoles.kind(column) == ColumnRoles.kind(first),
                    "The columns \"%s\" and \"%s\" are the same feature at two time steps, but one holds %s and the"
                            + " other %s. Choose other feature columns, or convert one of them before.",
                    first.getName(),
                    column.getName(),
                    ColumnRoles.kind(first).words(),
                    ColumnRoles.kind(column).words());
        }
    }

    /** Checks that a second table has all columns that are learned from, and that they hold the same there. */
    public static void checkValidation(
            final DataTableSpec training, final DataTableSpec validation, final DataSettings data)
            throws InvalidSettingsException {
        final var targets = ModelColumns.targets(data);
        for (final var name : data.columns()) {
            CheckUtils.checkSetting(
                    validation.containsName(name),
                    "The table \"Validation data\" has no column \"%s\", which is learned from. "
                            + "Add or rename a column, or remove the port \"Validation data\".",
                    name);
            final var expected = ColumnRoles.kind(training.getColumnSpec(name));
            final var found = ColumnRoles.kind(validation.getColumnSpec(name));
            // IDs need only be equal or not, and Booleans are read as numbers, but not learned as such.
            CheckUtils.checkSetting(
                    data.sequenceIdColumns().contains(name)
                            || (targets.contains(name) ? expected == found : expected.accepts(found)),
                    "Column \"%s\" of the table \"Validation data\" holds %s, but that of the training data holds %s. "
                            + "Convert one of the two.",
                    name,
                    found.words(),
                    expected.words());
        }
    }
}
