package org.knime.core.data.collection;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;

/** The elements of a list cell. */
public class BlobSupportDataCellList implements Iterable<DataCell>, Serializable {
    private static final long serialVersionUID = 1L;

    private final List<DataCell> cells;
    private transient DataType elementType;

    protected BlobSupportDataCellList(final Collection<? extends DataCell> cells) {
        this.cells = List.copyOf(cells);
    }

    public static BlobSupportDataCellList create(final Collection<? extends DataCell> cells) {
        return new BlobSupportDataCellList(cells);
    }

    /** {@return some of the cells of a row} */
    public static BlobSupportDataCellList create(final DataRow row, final int[] columns) {
        return create(IntStream.of(columns).mapToObj(row::getCell).toList());
    }

    public final boolean containsBlobWrapperCells() {
        return false;
    }

    public DataCell get(final int index) {
        return cells.get(index);
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
        return cells.iterator();
    }

    public void serialize(final DataCellDataOutput output) throws IOException {
        output.writeInt(cells.size());
        for (final var cell : cells) {
            output.writeDataCell(cell);
        }
    }

    public static BlobSupportDataCellList deserialize(final DataCellDataInput input) throws IOException {
        final var size = input.readInt();
        final var cells = new ArrayList<DataCell>();
        for (var index = 0; index < size; index++) {
            cells.add(input.readDataCell());
        }
        return create(cells);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof BlobSupportDataCellList list
                && getElementType().equals(list.getElementType())
                && cells.equals(list.cells);
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
