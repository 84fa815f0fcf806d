package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** Runs through the rows of a table that may hold resources until it is closed. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {
    /** {@return the same rows; closing does nothing unless the argument can be closed} */
    public static CloseableRowIterator from(final Iterator<? extends DataRow> rows) {
        return rows instanceof CloseableRowIterator closeable ? closeable : wrap(rows);
    }

    /** {@return the same rows; closing does nothing} */
    public static CloseableRowIterator wrap(final Iterator<? extends DataRow> rows) {
        return new CloseableRowIterator() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public DataRow next() {
                return rows.next();
            }

            @Override
            public void close() {
                // the rows hold no resources
            }
        };
    }

    @Override
    public abstract void close();
}
