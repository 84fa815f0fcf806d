package org.knime.core.data.collection;

import java.util.Collection;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Finds the type of a collection's elements. */
final class ElementTypes {
    private ElementTypes() {}

    /** {@return the common super type; that of missing cells where there are no others} */
    static DataType of(final Collection<DataCell> cells) {
        return cells.stream()
                .map(DataCell::getType)
                .distinct()
                .reduce(DataType::getCommonSuperType)
                .orElseGet(() -> DataType.getMissingCell().getType());
    }
}
