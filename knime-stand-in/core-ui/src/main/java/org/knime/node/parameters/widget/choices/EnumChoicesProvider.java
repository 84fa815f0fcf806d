package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/** Choices that are some constants of an enum: override {@link #choices} or {@link #computeState}. */
public non-sealed interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    default List<E> choices(final NodeParametersInput input) {
        throw new IllegalStateException(getClass().getName() + " overrides neither choices nor computeState.");
    }

    @Override
    default List<EnumChoice<E>> computeState(final NodeParametersInput input) {
        return choices(input).stream().map(EnumChoice::fromEnumConst).toList();
    }
}
