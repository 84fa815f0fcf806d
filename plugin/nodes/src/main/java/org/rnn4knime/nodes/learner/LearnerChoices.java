package org.rnn4knime.nodes.learner;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.rnn4knime.nodes.table.ColumnGuess;
import org.rnn4knime.nodes.table.ColumnRoles;

/** Which columns, and what else of the table, the dialog offers to choose from. */
final class LearnerChoices {

    private static final int TRAINING_DATA = 0;

    private LearnerChoices() {}

    /** What can be predicted in the chosen layout. */
    static final class Predictable implements EnumChoicesProvider<PredictChoice> {

        private Supplier<LayoutChoice> m_layout = () -> LayoutChoice.ROWS;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_layout = initializer.computeFromValueSupplier(Shown.LayoutReference.class);
        }

        @Override
        public List<PredictChoice> choices(final NodeParametersInput input) {
            return Stream.of(PredictChoice.values())
                    .filter(predict -> new Task(m_layout.get(), predict).isPossible())
                    .toList();
        }
    }

    /** Columns for the chosen task. */
    private abstract static class ColumnsForTask implements ColumnChoicesProvider {

        private Supplier<LayoutChoice> m_layout = () -> LayoutChoice.ROWS;

        private Supplier<PredictChoice> m_predict = () -> PredictChoice.FUTURE;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_layout = initializer.computeFromValueSupplier(Shown.LayoutReference.class);
            m_predict = initializer.computeFromValueSupplier(Shown.PredictReference.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            final var task = new Task(m_layout.get(), m_predict.get());
            return ColumnSelectionUtil.getFilteredColumns(input, TRAINING_DATA, column -> fits(column, task));
        }

        abstract boolean fits(DataColumnSpec column, Task task);
    }

    static final class TargetColumns extends ColumnsForTask {

        @Override
        boolean fits(final DataColumnSpec column, final Task task) {
            return ColumnRoles.isTarget(
                    column, task.layout().layout(), task.predict().scope());
        }
    }

    static final class FeatureColumns extends ColumnsForTask {

        @Override
        boolean fits(final DataColumnSpec column, final Task task) {
            return ColumnRoles.isFeature(column, task.layout().layout());
        }
    }

    static final class TextColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return ColumnRoles.isText(column);
        }
    }

    static final class SequenceIdColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return ColumnRoles.isSequenceId(column);
        }
    }

    static final class OrderColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return ColumnRoles.isOrder(column);
        }
    }

    static final class ClassWeightColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return ColumnRoles.isClassWeight(column);
        }
    }

    static final class DefaultOrderColumn implements OptionalWidget.DefaultValueProvider<String> {

        @Override
        public String computeState(final NodeParametersInput input) {
            return input.getInTableSpec(TRAINING_DATA)
                    .flatMap(table -> ColumnGuess.of(table).order())
                    .orElse("");
        }
    }
}
