package org.rnn4knime.engine.prediction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Order;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Which rows of the table "Known future" tell of which steps: those with the same sequence ID and the same place in the order. Without an
 * order column the first row of a sequence tells of its first step.
 */
final class FutureRows {

    /** No row tells of a step. */
    static final int NONE = -1;

    /** Fractions that a user calculated may differ in the last digits from those that the order column goes on with. */
    private static final MathContext SAME_DIGITS = new MathContext(14);

    private final Table table;

    private final DataSettings data;

    /** The rows of each sequence, in the order of the table. */
    private final Map<List<String>, List<Integer>> rows = new HashMap<>();

    private FutureRows(final Table table, final DataSettings data, final List<List<String>> sequences) {
        this.table = table;
        this.data = data;
        sequences.forEach(id -> rows.put(id, new ArrayList<>()));
        final var ids = data.sequenceIdColumns().stream()
                .map(name -> column(table, name))
                .toList();
        for (int row = 0; row < table.size(); row++) {
            final var own = rows.get(id(ids, row));
            if (own != null) {
                own.add(row);
            }
        }
    }

    /** A column that the table must have. */
    static Column column(final Table table, final String name) {
        if (!table.has(name)) {
            throw new UnusableDataException(
                    "The table \"Known future\" has no column \"" + name + "\".", "Add or rename a column.");
        }
        return table.column(name);
    }

    private List<String> id(final List<Column> ids, final int row) {
        return ids.stream()
                .map(column -> column.text(row)
                        .orElseThrow(() -> new UnusableDataException(
                                "The sequence ID column \"" + column.name() + "\" of the table \"Known future\" has no"
                                        + " value in row \"" + table.rowIds().get(row) + "\".",
                                "Remove such rows or fill them before.")))
                .toList();
    }

    /**
     * Finds the rows of steps.
     *
     * @param ids of the sequences, at least one and each once
     * @param orders of each sequence the order column of its steps; none without an order column
     * @param steps of a sequence
     * @return [sequence, step]: an index of a row, or {@link #NONE}
     * @throws UnusableDataException if two rows tell of the same step, or a row has no ID or no place in the order
     */
    static int[][] of(
            final Table table,
            final DataSettings data,
            final List<List<String>> ids,
            final List<Column> orders,
            final int steps) {
        final var future = new FutureRows(table, data, ids);
        if (data.orderColumn().isEmpty()) {
            return ids.stream().map(id -> future.byPosition(id, steps)).toArray(int[][]::new);
        }
        final var own = rounded(column(table, data.orderColumn().get()));
        final var order = future.order(own, orders, ids.size() * steps);
        return IntStream.range(0, ids.size())
                .mapToObj(index -> future.byOrder(ids.get(index), order, index * steps, steps, ids.size() * steps))
                .toArray(int[][]::new);
    }

    private int[] byPosition(final List<String> id, final int steps) {
        final var own = rows.get(id);
        return IntStream.range(0, steps)
                .map(step -> step < own.size() ? own.get(step) : NONE)
                .toArray();
    }

    /** The order of all steps and, behind them, of all rows. */
    private Order order(final Column own, final List<Column> orders, final int steps) {
        final var columns = new ArrayList<Column>();
        orders.forEach(column -> columns.add(rounded(column)));
        columns.add(own);
        final var rowIds = new AbstractList<String>() {

            @Override
            public String get(final int index) {
                return index < steps ? "" : table.rowIds().get(index - steps);
            }

            @Override
            public int size() {
                return steps + table.size();
            }
        };
        final var stacked = JoinedColumns.stacked(columns);
        try {
            return Order.of(stacked, rowIds);
        } catch (UnusableDataException e) {
            throw new UnusableDataException("In the table \"Known future\": " + e.problem(), e.remedy());
        }
    }

    private static Column rounded(final Column column) {
        return column instanceof NumberColumn numbers
                ? new NumberColumn(
                        column.name(),
                        Arrays.stream(numbers.values()).map(FutureRows::rounded).toArray())
                : column;
    }

    private static double rounded(final double value) {
        return !Double.isFinite(value) || Math.rint(value) == value
                ? value
                : BigDecimal.valueOf(value).round(SAME_DIGITS).doubleValue();
    }

    private int[] byOrder(
            final List<String> id, final Order order, final int firstStep, final int steps, final int firstRow) {
        final var own = rows.get(id).stream()
                .sorted((row, other) -> order.compare(firstRow + row, firstRow + other))
                .toList();
        for (int index = 1; index < own.size(); index++) {
            if (order.compare(firstRow + own.get(index - 1), firstRow + own.get(index)) == 0) {
                throw second(id, own.get(index));
            }
        }
        final var found = new int[steps];
        int next = 0;
        for (int step = 0; step < steps; step++) {
            while (next < own.size() && order.compare(firstRow + own.get(next), firstStep + step) < 0) {
                next++;
            }
            found[step] = next < own.size() && order.compare(firstRow + own.get(next), firstStep + step) == 0
                    ? own.get(next)
                    : NONE;
        }
        return found;
    }

    private UnusableDataException second(final List<String> id, final int row) {
        final var place =
                table.column(data.orderColumn().orElseThrow()).text(row).orElse("");
        return new UnusableDataException(
                "The table \"Known future\" has a second row for " + place
                        + (id.isEmpty() ? "" : " of the sequence " + id) + ": row \""
                        + table.rowIds().get(row) + "\".",
                "Keep one row for each time step, for example with the Duplicate Row Filter.");
    }
}
