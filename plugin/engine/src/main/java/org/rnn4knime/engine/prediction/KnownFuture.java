package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** The future as the table "Known future" and the order column tell it. Of the table's target nothing is read. */
final class KnownFuture implements Future {

    /** As much as the history may hold. */
    private static final double LARGEST = 1e307;

    private final Sequences sequences;

    private final DataSettings data;

    private final Optional<Table> table;

    private final List<Column> orders;

    /** Of all origins, if it is a feature. */
    private final Optional<Column> order;

    private final int[][] rows;

    private final int[] steps;

    /**
     * Reads a table.
     *
     * @param sequences that are continued
     * @param origins their ends
     * @param orders of each origin the order column continued by as many steps as are of use; none without an order column
     * @param horizon the steps that there must be
     * @param reach the steps that are of use
     * @throws UnusableDataException if the table lacks what the forecast needs
     */
    KnownFuture(
            final Sequences sequences,
            final List<Origin> origins,
            final List<Column> orders,
            final Optional<Table> table,
            final int horizon,
            final int reach) {
        this.sequences = sequences;
        this.data = sequences.settings();
        this.table = table;
        this.orders = orders;
        this.order = data.knownFutureColumns().stream().anyMatch(this::isOrder)
                ? Optional.of(JoinedColumns.stacked(orders))
                : Optional.empty();
        requireTable();
        final var ids = origins.stream()
                .map(origin -> sequences.ids().get(origin.sequence()))
                .toList();
        this.rows = table.map(future -> FutureRows.of(future, data, ids, orders, reach))
                .orElseGet(() -> nothing(origins.size(), reach));
        this.steps = IntStream.range(0, origins.size())
                .map(origin -> steps(origin, ids.get(origin), horizon, reach))
                .toArray();
    }

    private static int[][] nothing(final int origins, final int reach) {
        final var none = new int[reach];
        Arrays.fill(none, FutureRows.NONE);
        final var rows = new int[origins][];
        Arrays.fill(rows, none);
        return rows;
    }

    private void requireTable() {
        if (table.isPresent() && data.layout() != SequenceLayout.ROWS) {
            throw new UnusableDataException(
                    "The table \"Known future\" has one row a time step, but the model reads one row a sequence.",
                    "Forecast without that table.");
        }
        if (table.isEmpty()) {
            fromTable().findFirst().ifPresent(name -> {
                throw new UnusableDataException(
                        "The model reads the column \"" + name
                                + "\", which is known in the future, but there is no table" + " \"Known future\".",
                        "Give that table, with a row for each step of the forecast.");
            });
        }
    }

    /** The columns that the table must have; the order column is continued and need not be read. */
    private Stream<String> fromTable() {
        return data.knownFutureColumns().stream().filter(name -> !isOrder(name));
    }

    private boolean isOrder(final String name) {
        return data.orderColumn().filter(name::equals).isPresent();
    }

    /** As many steps as must be, and more if the table has them and they are of use. */
    private int steps(final int origin, final List<String> id, final int horizon, final int reach) {
        final var names = fromTable().toList();
        for (int step = 0; step < reach; step++) {
            final var problem =
                    names.isEmpty() ? Optional.<UnusableDataException>empty() : problem(origin, id, step, names);
            if (problem.isPresent()) {
                if (step < horizon) {
                    throw problem.get();
                }
                return step;
            }
        }
        return reach;
    }

    private Optional<UnusableDataException> problem(
            final int origin, final List<String> id, final int step, final List<String> names) {
        final var row = rows[origin][step];
        if (row == FutureRows.NONE) {
            return Optional.of(noRow(origin, id, step, names.get(0)));
        }
        return names.stream().flatMap(name -> problem(name, row).stream()).findFirst();
    }

    private UnusableDataException noRow(final int origin, final List<String> id, final int step, final String name) {
        final var place = orders.isEmpty()
                ? ""
                : orders.get(origin).text(step).map(text -> " (" + text + ")").orElse("");
        return new UnusableDataException(
                "The table \"Known future\" has no row for step " + (step + 1) + place + " of the forecast"
                        + (id.isEmpty() ? "" : " of the sequence " + id) + ", so \"" + name + "\" is not known there.",
                "Add a row for each step, or lower the horizon.");
    }

    private Optional<UnusableDataException> problem(final String name, final int row) {
        final var column = FutureRows.column(table.orElseThrow(), name);
        final var where = "The column \"" + name + "\" of the table \"Known future\" has";
        final var rowId = " in row \"" + table.get().rowIds().get(row) + "\".";
        final var policy = data.missingValues();
        if (column.isMissing(row) && (policy == MissingValues.FAIL || policy == MissingValues.SKIP)) {
            return Optional.of(new UnusableDataException(
                    where + " no value" + rowId, "Fill it before, or train a model that fills missing values."));
        }
        if (column instanceof NumberColumn numbers && Math.abs(numbers.values()[row]) > LARGEST) {
            return Optional.of(new UnusableDataException(
                    where + " " + numbers.values()[row] + rowId,
                    "Replace it by a value of the size that the history has."));
        }
        return Optional.empty();
    }

    /** The row of the table that tells of each of so many steps. */
    int[] rows(final int origin, final int horizon) {
        return Arrays.copyOf(rows[origin], horizon);
    }

    @Override
    public int steps(final int origin) {
        return steps[origin];
    }

    @Override
    public Column values(final int feature) {
        final var name = sequences.features().get(feature).name();
        return isOrder(name) ? order.orElseThrow() : FutureRows.column(table.orElseThrow(), name);
    }

    @Override
    public int index(final int feature, final int origin, final int ahead) {
        return isOrder(sequences.features().get(feature).name())
                ? origin * orders.get(0).size() + ahead
                : rows[origin][ahead];
    }
}
