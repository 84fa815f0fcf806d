package org.knime.core.data.collection;

import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Makes cells that hold many cells. */
public final class CollectionCellFactory {
    private CollectionCellFactory() {}

    public static ListCell createListCell(final Collection<? extends DataCell> cells) {
        return new ListCell(BlobSupportDataCellList.create(cells));
    }

    /** {@return a list of some of the cells of a row} */
    public static ListCell createListCell(final DataRow row, final int[] columns) {
        return new ListCell(BlobSupportDataCellList.create(row, columns));
    }

    public static SetCell createSetCell(final Collection<? extends DataCell> cells) {
        return new SetCell(BlobSupportDataCellSet.create(cells));
    }

    /** {@return a set of some of the cells of a row} */
    public static SetCell createSetCell(final DataRow row, final int[] columns) {
        return new SetCell(BlobSupportDataCellSet.create(row, columns));
    }

    /** {@return the type that the elements have when some columns are collected; null for no columns} */
    public static DataType getElementType(final DataTableSpec spec, final int[] columns) {
        return getElementType(IntStream.of(columns)
                .mapToObj(column -> spec.getColumnSpec(column).getType())
                .toArray(DataType[]::new));
    }

    /** {@return the common super type; null for no types} */
    public static DataType getElementType(final DataType[] types) {
        return Stream.of(types).reduce(DataType::getCommonSuperType).orElse(null);
    }
}
