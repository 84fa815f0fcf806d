package org.knime.core.data.container;

import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataColumnSpec;

/** One of the columns that a factory computes. */
record ComputedColumn(DataColumnSpec spec, CellFactory factory, int indexInFactory) implements ColumnSource {
    static List<ComputedColumn> of(final CellFactory factory) {
        final var specs = factory.getColumnSpecs();
        return IntStream.range(0, specs.length)
                .mapToObj(index -> new ComputedColumn(specs[index], factory, index))
                .toList();
    }
}
