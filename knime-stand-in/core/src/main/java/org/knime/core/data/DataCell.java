package org.knime.core.data;

import java.io.Serializable;
import org.knime.core.data.collection.CollectionDataValue;

/** One immutable value of a table. */
public abstract class DataCell implements DataValue, Serializable {
    private static final long serialVersionUID = 1L;

    /** {@return the type of this cell, for a collection with the type of its elements} */
    public final DataType getType() {
        if (this instanceof CollectionDataValue collection) {
            return DataType.getType(getClass(), collection.getElementType());
        }
        return DataType.getType(getClass());
    }

    public boolean isMissing() {
        return false;
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    /**
     * Missing cells equal each other whatever their reason; cells of one class are compared by {@link #equalsDataCell},
     * cells of different classes that lead with the same value by {@link #equalContent}.
     */
    @Override
    public final boolean equals(final Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof DataCell cell)) {
            return false;
        }
        if (isMissing() || cell.isMissing()) {
            return isMissing() && cell.isMissing();
        }
        if (getClass() == cell.getClass()) {
            return equalsDataCell(cell);
        }
        return getType().getPreferredValueClass() == cell.getType().getPreferredValueClass() && equalContent(cell);
    }

    /** Compares with a cell of the same class that is not missing. */
    protected abstract boolean equalsDataCell(DataCell other);

    /** Compares with a cell of another class that leads with the same value. */
    protected boolean equalContent(final DataValue other) {
        return false;
    }

    @Override
    public abstract int hashCode();

    @Override
    public abstract String toString();
}
