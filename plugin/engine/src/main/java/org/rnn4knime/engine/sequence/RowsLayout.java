package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.sequence.Sequences.Truth;

/** One row a time step: rows are told apart by the sequence ID columns and put in order by the order column. */
final class RowsLayout {

    /** Differences of larger values, and the range of those, need not be finite. */
    private static final double LARGEST_TARGET = 1e307;

    private final Table table;

    private final NumberColumn target;

    private final List<Column> ids;

    private final Optional<String> orderColumn;

    private final Truth truth;

    RowsLayout(final Table table, final DataSettings settings, final Truth truth) {
        this.table = table;
        this.target = target(table.column(settings.targetColumn()));
        this.ids = settings.sequenceIdColumns().stream().map(table::column).toList();
        this.orderColumn = settings.orderColumn();
        this.truth = truth;
    }

    Sequences sequences() {
        final var order = orderColumn.map(name -> Order.of(table.column(name), table.rowIds()));
        final var rowsById = new LinkedHashMap<List<String>, List<Integer>>();
        for (int row = 0; row < table.size(); row++) {
            rowsById.computeIfAbsent(id(row), id -> new ArrayList<>()).add(row);
        }
        final var all = new ArrayList<Sequence>(rowsById.size());
        rowsById.forEach((id, rows) -> all.add(sequence(id, rows, order)));
        return new Sequences(table, order, all);
    }

    private static NumberColumn target(final Column column) {
        if (column instanceof NumberColumn numbers) {
            return numbers;
        }
        throw new UnusableDataException(
                "The target column \"" + column.name() + "\" holds no numbers.",
                "Choose a column of numbers to predict.");
    }

    private List<String> id(final int row) {
        return ids.stream()
                .map(column -> column.text(row)
                        .orElseThrow(() -> new UnusableDataException(
                                "The sequence ID column \"" + column.name() + "\" has no value in row \""
                                        + table.rowIds().get(row) + "\".",
                                "Remove such rows or fill them before.")))
                .toList();
    }

    private Sequence sequence(final List<String> id, final List<Integer> members, final Optional<Order> order) {
        final var rows = order.map(known -> inOrder(members, known))
                .orElseGet(() -> members.stream().mapToInt(Integer::intValue).toArray());
        final var values =
                Arrays.stream(rows).mapToDouble(row -> target.values()[row]).toArray();
        final var sequence = new Sequence(id, rows, values);
        refuseUnusable(sequence);
        return sequence;
    }

    private int[] inOrder(final List<Integer> members, final Order order) {
        final var rows = members.stream()
                .sorted(order::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int step = 1; step < rows.length; step++) {
            if (order.compare(rows[step - 1], rows[step]) == 0) {
                throw duplicate(rows[step - 1], rows[step]);
            }
        }
        return rows;
    }

    private UnusableDataException duplicate(final int row, final int other) {
        final var name = orderColumn.orElseThrow();
        return new UnusableDataException(
                "The rows \"" + table.rowIds().get(row) + "\" and \""
                        + table.rowIds().get(other) + "\""
                        + (ids.isEmpty() ? "" : " of the sequence " + id(row)) + " both have "
                        + table.column(name).text(row).orElseThrow() + " in the order column \"" + name + "\".",
                "Remove one of them, or choose sequence ID columns that tell the two sequences apart.");
    }

    private void refuseUnusable(final Sequence sequence) {
        final var needed = truth == Truth.COMPLETE ? sequence.length() : sequence.knownLength();
        for (int step = 0; step < needed; step++) {
            final var value = sequence.target()[step];
            if (!(Math.abs(value) <= LARGEST_TARGET)) {
                throw unusable(value, table.rowIds().get(sequence.rows()[step]));
            }
        }
    }

    private UnusableDataException unusable(final double value, final String rowId) {
        final var where = " in row \"" + rowId + "\"";
        return new UnusableDataException(
                "The target column \"" + target.name() + "\" "
                        + (Double.isNaN(value) ? "has no value" + where : "holds " + value + where)
                        + (Double.isFinite(value) ? ", but values may be up to " + LARGEST_TARGET + "." : "."),
                Double.isFinite(value)
                        ? "Remove such rows, or divide the column by a large number before."
                        : "Remove such rows or replace the value before.");
    }
}
