package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Selects columns by the name of their type's preferred value class. */
final class ColumnTypeFilter extends TypeFilter {

    /** The stand-in has no registry of types, so it shows a type under its identifier. */
    @Override
    protected Optional<PossibleTypeValue> fromTypeId(final String typeId) {
        return Optional.of(new PossibleTypeValue(typeId, typeId));
    }

    Predicate<DataColumnSpec> columnPredicate() {
        final var isSelected = getIsSelectedPredicate();
        return columnSpec ->
                isSelected.test(columnSpec.getType().getPreferredValueClass().getName());
    }
}
