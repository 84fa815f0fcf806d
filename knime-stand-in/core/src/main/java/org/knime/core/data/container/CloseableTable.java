package org.knime.core.data.container;

import org.knime.core.data.DataTable;

/** A table that may hold resources. */
public interface CloseableTable extends DataTable, AutoCloseable {
    @Override
    default void close() {}
}
