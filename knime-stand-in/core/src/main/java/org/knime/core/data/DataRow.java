package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One row of a table: its row ID and one cell a column. */
public interface DataRow extends Iterable<DataCell> {
    int getNumCells();

    RowKey getKey();

    /** {@return the cell of a column} */
    DataCell getCell(int index);

    /** {@return the cells from left to right} */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
