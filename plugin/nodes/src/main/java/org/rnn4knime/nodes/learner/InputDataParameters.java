package org.rnn4knime.nodes.learner;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.table.ColumnGuess;
import org.rnn4knime.nodes.table.ColumnKind;

/** The section "Input data": which columns mean what. */
final class InputDataParameters implements NodeParameters {

    /** No widget, like {@link #m_predict}: there is nothing to choose between yet. */
    SequenceLayout m_layout = SequenceLayout.ROWS;

    Scope m_predict = Scope.FUTURE;

    @Widget(
            title = "Target column",
            description =
                    """
                    The numeric column whose next values the network learns to forecast. Its own past values are what
                    the network reads. Default: the last numeric column of the table.
                    """)
    @ChoicesProvider(NumericColumns.class)
    String m_targetColumn = "";

    @Widget(
            title = "Sequence ID columns",
            description =
                    """
                    The columns that tell several sequences in one table apart, such as a shop, a machine or a customer:
                    rows with the same values in all of them form one sequence, and nothing is learned across the border
                    of two sequences. Default: none, so that the whole table is one sequence.
                    """)
    @ColumnFilterWidget(choicesProvider = SequenceIdColumns.class)
    ColumnFilter m_sequenceIdColumns = new ColumnFilter().withExcludeUnknownColumns();

    @Widget(
            title = "Order column",
            description =
                    """
                    The column that brings the rows of a sequence into order: numbers, dates, times, or text in ISO form
                    such as <tt>1949-01</tt> or <tt>2024-03-31</tt>, which is what a CSV file gives. The RNN Forecaster
                    continues it. Switched off, the rows count in the order of the table. Default: the first date or
                    time column, else the first text column that looks like dates, else switched off.
                    """)
    @OptionalWidget(defaultProvider = DefaultOrderColumn.class)
    @ChoicesProvider(OrderColumns.class)
    Optional<String> m_orderColumn = Optional.empty();

    InputDataParameters() {
        // nothing is known of the table
    }

    InputDataParameters(final NodeParametersInput input) {
        final var table = input.getInTableSpec(0);
        m_targetColumn = table.flatMap(ColumnGuess::target).orElse("");
        m_orderColumn = table.flatMap(ColumnGuess::order);
    }

    /** A settings file may hold a null text, which the dialog never writes. */
    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(
                m_targetColumn != null, "No target column is chosen: the setting \"targetColumn\" is null.");
        CheckUtils.checkSetting(m_orderColumn != null, "The setting \"orderColumn\" is null: switch it off instead.");
        CheckUtils.checkSetting(
                m_layout != null && m_predict != null, "The setting \"layout\" or \"predict\" is null.");
    }

    /** Returns the settings of the engine; the sequence ID columns depend on the columns that there are. */
    DataSettings toSettings(final DataTableSpec table) {
        final var sequenceIds = List.of(m_sequenceIdColumns.filterFromFullSpec(table));
        return new DataSettings(m_layout, m_predict, m_targetColumn, sequenceIds, m_orderColumn);
    }

    static final class NumericColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return ColumnKind.of(column.getType()) == ColumnKind.NUMBER;
        }
    }

    static final class SequenceIdColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return column.getType().isCompatible(StringValue.class)
                    || column.getType().isCompatible(LongValue.class);
        }
    }

    static final class OrderColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return ColumnKind.of(column.getType()).isOrder();
        }
    }

    static final class DefaultOrderColumn implements OptionalWidget.DefaultValueProvider<String> {

        @Override
        public String computeState(final NodeParametersInput input) {
            return input.getInTableSpec(0).flatMap(ColumnGuess::order).orElse("");
        }
    }
}
