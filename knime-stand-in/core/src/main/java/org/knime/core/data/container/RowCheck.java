package org.knime.core.data.container;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;

/** Refuses rows that do not fit a spec, and row IDs seen before. */
final class RowCheck {
    private static final int LONGEST_TEXT = 30;

    private final DataTableSpec spec;
    private final boolean checkDuplicateRowKeys;
    private final Set<RowKey> keys = new HashSet<>();

    RowCheck(final DataTableSpec spec, final boolean checkDuplicateRowKeys) {
        this.spec = spec;
        this.checkDuplicateRowKeys = checkDuplicateRowKeys;
    }

    void accept(final DataRow row) {
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException(
                    "Cell count in row \"%s\" is not equal to length of column names array: %d vs. %d"
                            .formatted(row.getKey(), row.getNumCells(), spec.getNumColumns()));
        }
        IntStream.range(0, row.getNumCells()).forEach(index -> checkType(row, index));
        if (checkDuplicateRowKeys && !keys.add(row.getKey())) {
            throw new IllegalArgumentException("Found duplicate row ID \"" + row.getKey() + "\"");
        }
    }

    private void checkType(final DataRow row, final int index) {
        final var cell = row.getCell(index);
        final var columnType = spec.getColumnSpec(index).getType();
        if (!columnType.isASuperTypeOf(cell.getType())) {
            throw new IllegalArgumentException(("Runtime class of object \"%s\" (index %d) in row \"%s\" is %s"
                            + " and does not comply with its supposed superclass %s")
                    .formatted(shortened(cell), index, row.getKey(), cell.getType(), columnType));
        }
    }

    private static String shortened(final DataCell cell) {
        final var text = cell.toString();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
    }
}
