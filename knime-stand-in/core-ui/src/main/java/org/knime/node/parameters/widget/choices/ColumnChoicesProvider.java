package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Choices that are columns: override {@link #columnChoices} or {@link #computeState}. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    default List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        throw new IllegalStateException(getClass().getName() + " overrides neither columnChoices nor computeState.");
    }

    @Override
    default List<TypedStringChoice> computeState(final NodeParametersInput input) {
        return columnChoices(input).stream().map(TypedStringChoice::fromColSpec).toList();
    }
}
