package org.rnn4knime.nodes.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Cells of a few rows of a table that may have very many. */
final class RowCells {

    private RowCells() {}

    /**
     * Returns the cells of some columns in some rows.
     *
     * @param rows their indices, in any order
     * @param columns their indices
     * @return one entry a row, by its index
     * @throws CanceledExecutionException if the user cancels
     */
    static Map<Integer, List<DataCell>> read(
            final BufferedDataTable table, final int[] rows, final int[] columns, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final var wanted = rows.clone();
        Arrays.sort(wanted);
        final var cells = new HashMap<Integer, List<DataCell>>();
        try (var iterator = table.iterator()) {
            for (var index = 0; iterator.hasNext() && cells.size() < wanted.length; index++) {
                monitor.checkCanceled();
                final var row = iterator.next();
                if (wanted[cells.size()] == index) {
                    cells.put(
                            index, IntStream.of(columns).mapToObj(row::getCell).toList());
                }
            }
        }
        return cells;
    }
}
