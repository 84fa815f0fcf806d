package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;

/** Where a column of a rearranged table comes from. */
sealed interface ColumnSource permits KeptColumn, ComputedColumn {
    DataColumnSpec spec();

    default String name() {
        return spec().getName();
    }
}
