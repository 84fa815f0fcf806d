package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/** Choices that are texts: override {@link #choices} or, where text and identifier differ, {@link #computeState}. */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    default List<String> choices(final NodeParametersInput input) {
        throw new IllegalStateException(getClass().getName() + " overrides neither choices nor computeState.");
    }

    @Override
    default List<StringChoice> computeState(final NodeParametersInput input) {
        return choices(input).stream().map(StringChoice::fromId).toList();
    }
}
