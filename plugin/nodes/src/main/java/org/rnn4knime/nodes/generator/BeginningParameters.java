package org.rnn4knime.nodes.generator;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.table.ColumnKind;

/** The section "Beginnings": what the texts begin with. */
final class BeginningParameters implements NodeParameters {

    /** Where the table "Beginnings" lies, if the user added its port. */
    static final int TABLE = 1;

    static final int MOST_TEXTS = 1_000_000;

    @Widget(
            title = "Column with the beginnings",
            description =
                    """
                    The column with the texts to continue. Default: the one that is called like the text column that
                    the model was trained with, else the first column of text.
                    """)
    @ChoicesProvider(TextColumns.class)
    @Effect(predicate = WithTable.class, type = EffectType.SHOW)
    String m_textColumn = "";

    @Widget(
            title = "Number of texts",
            description =
                    """
                    How many texts to write, each of which begins with nothing. With a table of beginnings there is one
                    for each of its rows instead. Default: 1.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostTexts.class)
    @Effect(predicate = WithoutTable.class, type = EffectType.SHOW)
    int m_numTexts = 1;

    BeginningParameters() {
        // nothing is known of the table
    }

    BeginningParameters(final NodeParametersInput input) {
        m_textColumn = input.getInPortSpec(0)
                .filter(RnnModelPortObjectSpec.class::isInstance)
                .map(RnnModelPortObjectSpec.class::cast)
                .flatMap(model -> table(input).flatMap(table -> guess(table, model.data())))
                .orElse("");
    }

    /** A settings file may hold a null text, which the dialog never writes. */
    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(
                m_textColumn != null, "No column is chosen: the setting \"Column with the beginnings\" is null.");
        try {
            SettingRange.requireBetween("Number of texts", m_numTexts, 1, MOST_TEXTS);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Returns the column that is chosen, or the one that is most likely meant. */
    String column(final DataTableSpec table, final DataSettings model) throws InvalidSettingsException {
        if (m_textColumn.isEmpty()) {
            return guess(table, model)
                    .orElseThrow(() -> new InvalidSettingsException(
                            "The table \"Beginnings\" has no column of text. Add one with the texts to continue, or"
                                    + " remove the port to begin with nothing."));
        }
        CheckUtils.checkSetting(
                table.containsName(m_textColumn),
                "Column \"%s\" is not in the table \"Beginnings\". Choose the column with the texts to continue.",
                m_textColumn);
        final var kind = kind(table.getColumnSpec(m_textColumn));
        CheckUtils.checkSetting(
                kind == ColumnKind.TEXT,
                "Column \"%s\" of the table \"Beginnings\" holds %s, but only text can be continued. "
                        + "Choose a column of text.",
                m_textColumn,
                kind.words());
        return m_textColumn;
    }

    private static Optional<String> guess(final DataTableSpec table, final DataSettings model) {
        final var texts = texts(table).stream().map(DataColumnSpec::getName).toList();
        return texts.stream().filter(model.targetColumn()::equals).findFirst().or(() -> texts.stream()
                .findFirst());
    }

    private static List<DataColumnSpec> texts(final DataTableSpec table) {
        return table.stream().filter(column -> kind(column) == ColumnKind.TEXT).toList();
    }

    private static ColumnKind kind(final DataColumnSpec column) {
        return ColumnKind.of(column.getType());
    }

    /** Returns the columns of the table, if it is there and known. */
    private static Optional<DataTableSpec> table(final NodeParametersInput input) {
        return hasTable(input) ? input.getInTableSpec(TABLE) : Optional.empty();
    }

    private static boolean hasTable(final NodeParametersInput input) {
        return input.getInPortTypes().length > TABLE;
    }

    static final class TextColumns implements ColumnChoicesProvider {

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return table(input).map(BeginningParameters::texts).orElseGet(List::of);
        }
    }

    static final class WithTable implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(BeginningParameters::hasTable);
        }
    }

    static final class WithoutTable implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(BeginningParameters::hasTable).negate();
        }
    }

    static final class MostTexts extends MaxValidation {

        @Override
        protected double getMax() {
            return MOST_TEXTS;
        }
    }
}
