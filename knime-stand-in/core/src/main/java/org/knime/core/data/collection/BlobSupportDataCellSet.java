package org.knime.core.data.collection;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;

/** The elements of a set cell, in the order in which they were first given. */
public class BlobSupportDataCellSet implements Iterable<DataCell>, Serializable {
    private static final long serialVersionUID = 1L;

    private final Set<DataCell> cells;
    private transient DataType elementType;

    BlobSupportDataCellSet(final Collection<? extends DataCell> cells) {
        this.cells = new LinkedHashSet<>(List.copyOf(cells));
    }

    public static BlobSupportDataCellSet create(final Collection<? extends DataCell> cells) {
        return new BlobSupportDataCellSet(cells);
    }

    /** {@return some of the cells of a row} */
    public static BlobSupportDataCellSet create(final DataRow row, final int[] columns) {
        return create(IntStream.of(columns).mapToObj(row::getCell).toList());
    }

    public boolean containsBlobWrapperCells() {
        return false;
    }

    public boolean contains(final DataCell cell) {
        return cells.contains(cell);
    }

    public int size() {
        return cells.size();
    }

    /** {@return the common super type of the elements; found when first asked for, for types are not serializable} */
    public DataType getElementType() {
        if (elementType == null) {
            elementType = ElementTypes.of(cells);
        }
        return elementType;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return List.copyOf(cells).iterator();
    }

    public void serialize(final DataCellDataOutput output) throws IOException {
        output.writeInt(cells.size());
        for (final var cell : cells) {
            output.writeDataCell(cell);
        }
    }

    public static BlobSupportDataCellSet deserialize(final DataCellDataInput input) throws IOException {
        final var size = input.readInt();
        final var cells = new LinkedHashSet<DataCell>();
        for (var index = 0; index < size; index++) {
            cells.add(input.readDataCell());
        }
        return create(cells);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof BlobSupportDataCellSet set
                && getElementType().equals(set.getElementType())
                && cells.equals(set.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
