package org.knime.core.data.collection;

import java.util.Collection;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Makes cells that hold many cells. */
public final class CollectionCellFactory {
    private CollectionCellFactory() {}

    public static ListCell createListCell(final Collection<? extends DataCell> cells) {
        return new ListCell(BlobSupportDataCellList.create(cells));
    }

    public static SetCell createSetCell(final Collection<? extends DataCell> cells) {
        return new SetCell(BlobSupportDataCellSet.create(cells));
    }

    /** {@return the common super type; null for no types} */
    public static DataType getElementType(final DataType[] types) {
        return Stream.of(types).reduce(DataType::getCommonSuperType).orElse(null);
    }
}
