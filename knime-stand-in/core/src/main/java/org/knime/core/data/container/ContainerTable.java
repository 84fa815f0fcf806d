package org.knime.core.data.container;

import org.knime.core.node.BufferedDataTable.KnowsRowCountTable;

/** The table that a container was filled with. */
public interface ContainerTable extends KnowsRowCountTable, CloseableTable {
    @Override
    default void close() {}
}
