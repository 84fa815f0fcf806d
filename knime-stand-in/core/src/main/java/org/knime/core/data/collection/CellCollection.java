package org.knime.core.data.collection;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.knime.core.data.DataCell;

/** Many cells. */
public interface CellCollection extends Iterable<DataCell> {
    /** {@return whether cells are kept outside the table; the cells of this package never are} */
    boolean containsBlobWrapperCells();

    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
