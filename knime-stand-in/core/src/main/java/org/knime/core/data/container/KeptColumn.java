package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;

/** A column of the table that is rearranged, with its index there. */
record KeptColumn(DataColumnSpec spec, int index) implements ColumnSource {}
