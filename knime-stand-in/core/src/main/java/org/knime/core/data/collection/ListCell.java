package org.knime.core.data.collection;

import java.io.IOException;
import java.util.Iterator;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A cell that holds many cells in an order. Made by {@link CollectionCellFactory}. */
public class ListCell extends DataCell implements ListDataValue {
    private static final long serialVersionUID = 1L;

    private final BlobSupportDataCellList elements;

    protected ListCell(final BlobSupportDataCellList elements) {
        this.elements = elements;
    }

    /** {@return the type of the list cells with elements of a type} */
    public static final DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    protected BlobSupportDataCellList getList() {
        return elements;
    }

    @Override
    public DataCell get(final int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public DataType getElementType() {
        return elements.getElementType();
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return elements.containsBlobWrapperCells();
    }

    @Override
    public Iterator<DataCell> iterator() {
        return elements.iterator();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return elements.equals(((ListCell) other).elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return elements.toString();
    }

    /** Writes the elements one after the other. */
    public static final class ListCellSerializer implements DataCellSerializer<ListCell> {
        @Override
        public void serialize(final ListCell cell, final DataCellDataOutput output) throws IOException {
            cell.elements.serialize(output);
        }

        @Override
        public ListCell deserialize(final DataCellDataInput input) throws IOException {
            return new ListCell(BlobSupportDataCellList.deserialize(input));
        }
    }
}
