package org.knime.core.data.collection;

import java.io.IOException;
import java.util.Iterator;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A cell that holds many cells, each once, in the order first given. Made by {@link CollectionCellFactory}. */
public class SetCell extends DataCell implements SetDataValue {
    private static final long serialVersionUID = 1L;

    private final BlobSupportDataCellSet elements;

    protected SetCell(final BlobSupportDataCellSet elements) {
        this.elements = elements;
    }

    protected BlobSupportDataCellSet getSet() {
        return elements;
    }

    @Override
    public boolean contains(final DataCell cell) {
        return elements.contains(cell);
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
        return elements.equals(((SetCell) other).elements);
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
    public static final class SetCellSerializer implements DataCellSerializer<SetCell> {
        @Override
        public void serialize(final SetCell cell, final DataCellDataOutput output) throws IOException {
            cell.elements.serialize(output);
        }

        @Override
        public SetCell deserialize(final DataCellDataInput input) throws IOException {
            return new SetCell(BlobSupportDataCellSet.deserialize(input));
        }
    }
}
