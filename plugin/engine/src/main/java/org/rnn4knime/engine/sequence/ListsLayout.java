package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One row a sequence, whose values are list cells of equal length. */
final class ListsLayout {

    private final Table table;

    private final DataSettings settings;

    private final List<ListColumn> features;

    private final Optional<ListColumn> target;

    ListsLayout(final Table table, final DataSettings settings) {
        this.table = table;
        this.settings = settings;
        this.features = settings.featureColumns().stream()
                .map(table::column)
                .map(Kinds::requireList)
                .toList();
        this.target = Optional.of(settings.targetColumn())
                .filter(name -> settings.isTargetPerStep() && table.has(name))
                .map(table::column)
                .map(Kinds::requireList);
    }

    Sequences sequences() {
        final var lists = new ArrayList<>(features);
        if (settings.predict() == Scope.FUTURE) {
            lists.add(target.orElseThrow(() -> new UnusableDataException(
                    "The table has no column \"" + settings.targetColumn() + "\", whose past is read to predict it.",
                    "Add or rename a column.")));
        }
        final var offsets = new int[table.size() + 1];
        for (int row = 0; row < table.size(); row++) {
            offsets[row + 1] = Math.addExact(offsets[row], length(lists, row));
        }
        final var places = new int[offsets[table.size()]];
        for (int row = 0; row < table.size(); row++) {
            for (int step = offsets[row]; step < offsets[row + 1]; step++) {
                places[step] = step - offsets[row];
            }
        }
        final var flat = features.stream().map(list -> flat(list, offsets)).toList();
        return new Sequences(
                table,
                settings,
                new Steps(offsets, places, OneRowASequence.rows(table)),
                OneRowASequence.ids(table, settings),
                flat,
                settings.isTargetPerStep()
                        ? target.map(list -> flat(list, offsets))
                        : OneRowASequence.target(table, settings),
                Optional.empty(),
                List.of());
    }

    /** The length that the lists of a row have; 0 if one of them is missing, unless missing values are refused. */
    private int length(final List<ListColumn> lists, final int row) {
        final var missing = lists.stream().filter(list -> list.isMissing(row)).findFirst();
        if (missing.isPresent()) {
            if (settings.missingValues() == MissingValues.FAIL) {
                throw new UnusableDataException(
                        "The column \"" + missing.get().name() + "\" has no list in row \""
                                + table.rowIds().get(row) + "\".",
                        "Remove such rows before, or choose in the RNN Learner what becomes of missing values.");
            }
            return 0;
        }
        final var first = lists.get(0);
        lists.stream()
                .filter(list -> list.length(row) != first.length(row))
                .findFirst()
                .ifPresent(list -> {
                    throw differing(first, list, row);
                });
        target.filter(list -> !list.isMissing(row) && list.length(row) != first.length(row))
                .ifPresent(list -> {
                    throw differing(first, list, row);
                });
        return first.length(row);
    }

    private UnusableDataException differing(final ListColumn first, final ListColumn other, final int row) {
        return new UnusableDataException(
                "In row \"" + table.rowIds().get(row) + "\" the list of the column \"" + first.name() + "\" has "
                        + first.length(row) + " values, but that of \"" + other.name() + "\" has " + other.length(row)
                        + ".",
                "All lists of a row must have a value for each time step: make them equally long before.");
    }

    /** The elements of those rows that have steps; a list that is missing, as a target may be, gives missing values. */
    private Column flat(final ListColumn list, final int[] offsets) {
        final var isWhole =
                IntStream.range(0, table.size()).allMatch(row -> list.length(row) == offsets[row + 1] - offsets[row]);
        if (isWhole) {
            return list.elements();
        }
        final var elements = new int[offsets[table.size()]];
        for (int row = 0; row < table.size(); row++) {
            for (int step = offsets[row]; step < offsets[row + 1]; step++) {
                elements[step] = list.isMissing(row) ? -1 : list.from(row) + step - offsets[row];
            }
        }
        return Missing.gathered(list.elements(), elements);
    }
}
