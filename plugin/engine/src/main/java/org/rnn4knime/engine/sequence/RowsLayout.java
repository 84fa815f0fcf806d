package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One row a time step: rows are told apart by the sequence ID columns and put in order by the order column. */
final class RowsLayout {

    private final Table table;

    private final DataSettings settings;

    private final List<Column> ids;

    private final Optional<Order> order;

    RowsLayout(final Table table, final DataSettings settings) {
        this.table = table;
        this.settings = settings;
        this.ids = settings.sequenceIdColumns().stream().map(table::column).toList();
        this.order = settings.orderColumn().map(name -> Order.of(table.column(name), table.rowIds()));
    }

    Sequences sequences() {
        final var groups = RowGroups.of(table, ids);
        order.ifPresent(known -> {
            for (int group = 0; group < groups.count(); group++) {
                putInOrder(groups.rows(), groups.offsets()[group], groups.offsets()[group + 1], known);
            }
        });
        final var last = IntStream.range(0, groups.count())
                .map(group -> groups.rows()[groups.offsets()[group + 1] - 1])
                .toArray();
        final var steps = new Steps(groups.offsets(), groups.rows(), last);
        final var names = IntStream.of(last).mapToObj(this::id).toList();
        final var features = settings.featureColumns().stream()
                .map(name -> values(name, groups.rows()))
                .toList();
        final var warnings = new ArrayList<String>();
        final var target = settings.targetColumn().isEmpty() || !table.has(settings.targetColumn())
                ? Optional.<Column>empty()
                : Optional.of(target(steps, warnings));
        order.flatMap(known -> Gaps.warning(known, steps, table)).ifPresent(warnings::add);
        return new Sequences(table, settings, steps, names, features, target, order, warnings);
    }

    private Column target(final Steps steps, final List<String> warnings) {
        final var perStep = values(settings.targetColumn(), steps.places());
        if (settings.isTargetPerStep()) {
            return perStep;
        }
        final var differing = IntStream.range(0, steps.sequences())
                .filter(sequence -> IntStream.range(steps.from(sequence), steps.to(sequence) - 1)
                        .anyMatch(step -> !perStep.text(step).equals(perStep.text(step + 1))))
                .toArray();
        if (differing.length > 0) {
            warnings.add("The target column \"" + settings.targetColumn() + "\" has several values in "
                    + (differing.length == 1 ? "the sequence " : differing.length + " sequences, first in ")
                    + id(steps.rows()[differing[0]]) + ": the value of the last row counts.");
        }
        return table.column(settings.targetColumn()).gathered(steps.rows());
    }

    private Column values(final String name, final int[] rows) {
        Interrupts.refuse();
        return Kinds.requireValues(table.column(name)).gathered(rows);
    }

    private List<String> id(final int row) {
        return ids.stream().map(column -> column.text(row).orElseThrow()).toList();
    }

    private void putInOrder(final int[] rows, final int from, final int to, final Order known) {
        final var isInOrder =
                IntStream.range(from + 1, to).allMatch(step -> known.compare(rows[step - 1], rows[step]) < 0);
        if (isInOrder) {
            return;
        }
        final var sorted = IntStream.range(from, to)
                .mapToObj(step -> rows[step])
                .sorted((row, other) -> {
                    Interrupts.refuse();
                    return known.compare(row, other);
                })
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, rows, from, sorted.length);
        for (int step = from + 1; step < to; step++) {
            if (known.compare(rows[step - 1], rows[step]) == 0) {
                throw duplicate(rows[step - 1], rows[step]);
            }
        }
    }

    private UnusableDataException duplicate(final int row, final int other) {
        final var name = settings.orderColumn().orElseThrow();
        return new UnusableDataException(
                "The rows \"" + table.rowIds().get(row) + "\" and \""
                        + table.rowIds().get(other) + "\""
                        + (ids.isEmpty() ? "" : " of the sequence " + id(row)) + " both have "
                        + table.column(name).text(row).orElseThrow() + " in the order column \"" + name + "\".",
                "Remove one of them, or choose sequence ID columns that tell the two sequences apart.");
    }
}
