package org.knime.core.data;

import java.util.Iterator;

/** Runs through the rows of a table from first to last; rows cannot be removed. */
public abstract class RowIterator implements Iterator<DataRow> {
    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    @Override
    public final void remove() {
        throw new UnsupportedOperationException("Rows cannot be removed from a table.");
    }
}
