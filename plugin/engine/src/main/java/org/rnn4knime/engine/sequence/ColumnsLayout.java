package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One row a sequence: so many neighbouring columns make a time step. The first of them is what is forecast, if that is wanted. */
final class ColumnsLayout {

    private final Table table;

    private final DataSettings settings;

    private final List<Column> columns;

    private final int stepsPerRow;

    ColumnsLayout(final Table table, final DataSettings settings) {
        this.table = table;
        this.settings = settings;
        this.columns = settings.featureColumns().stream()
                .map(table::column)
                .map(Kinds::requireValues)
                .toList();
        this.stepsPerRow = columns.size() / settings.featuresPerStep();
    }

    Sequences sequences() {
        final var rows = OneRowASequence.rows(table);
        final var offsets = IntStream.rangeClosed(0, table.size())
                .map(row -> Math.multiplyExact(row, stepsPerRow))
                .toArray();
        final var places = IntStream.range(0, offsets[table.size()])
                .map(step -> step % stepsPerRow)
                .toArray();
        final var features = new ArrayList<Column>();
        for (int feature = 0; feature < settings.featuresPerStep(); feature++) {
            features.add(flat(feature));
        }
        final var isFuture = settings.predict() == Scope.FUTURE;
        return new Sequences(
                table,
                settings,
                new Steps(offsets, places, rows),
                OneRowASequence.ids(table, settings),
                isFuture ? features.subList(1, features.size()) : features,
                isFuture ? Optional.of(features.get(0)) : OneRowASequence.target(table, settings),
                Optional.empty(),
                List.of());
    }

    /** One feature of all steps of all rows. */
    private Column flat(final int feature) {
        final var members = IntStream.range(0, stepsPerRow)
                .mapToObj(step -> columns.get(step * settings.featuresPerStep() + feature))
                .toList();
        final var first = members.get(0);
        members.stream()
                .filter(column -> column.getClass() != first.getClass())
                .findFirst()
                .ifPresent(column -> {
                    throw new UnusableDataException(
                            "The columns \"" + first.name() + "\" and \"" + column.name()
                                    + "\" are the same feature at two time steps, but one holds numbers and the other"
                                    + " text.",
                            "Choose other columns, or convert one of them before.");
                });
        return first instanceof NumberColumn ? numbers(members) : texts(members);
    }

    private Column numbers(final List<Column> members) {
        final var values = new double[table.size() * stepsPerRow];
        for (int step = 0; step < stepsPerRow; step++) {
            final var column = ((NumberColumn) members.get(step)).values();
            for (int row = 0; row < column.length; row++) {
                values[row * stepsPerRow + step] = column[row];
            }
        }
        return new NumberColumn(members.get(0).name(), values);
    }

    private Column texts(final List<Column> members) {
        final var codes = new int[table.size() * stepsPerRow];
        final var dictionary = new ArrayList<String>();
        final var known = new HashMap<String, Integer>();
        for (int step = 0; step < stepsPerRow; step++) {
            final var column = (TextColumn) members.get(step);
            final var translated = column.dictionary().stream()
                    .mapToInt(value -> known.computeIfAbsent(value, added -> {
                        dictionary.add(added);
                        return dictionary.size() - 1;
                    }))
                    .toArray();
            for (int row = 0; row < table.size(); row++) {
                final var code = column.codes()[row];
                codes[row * stepsPerRow + step] = code < 0 ? code : translated[code];
            }
        }
        return new TextColumn(members.get(0).name(), codes, dictionary);
    }
}
