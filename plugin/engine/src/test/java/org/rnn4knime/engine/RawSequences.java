package org.rnn4knime.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;

/** The same sequences as a table in any layout. */
public final class RawSequences {

    private final int[] offsets;

    private final Map<String, Column> steps = new LinkedHashMap<>();

    private final Map<String, Column> wholes = new LinkedHashMap<>();

    private RawSequences(final int[] offsets) {
        this.offsets = offsets;
    }

    /** Sequences of these lengths, without a value yet. */
    public static RawSequences of(final int... lengths) {
        final var offsets = new int[lengths.length + 1];
        for (int sequence = 0; sequence < lengths.length; sequence++) {
            offsets[sequence + 1] = offsets[sequence] + lengths[sequence];
        }
        return new RawSequences(offsets);
    }

    /** Makes a value of a sequence, or of a step of it. */
    @FunctionalInterface
    public interface Values<T> {

        /** The value of a step, counted from 0 in its sequence. */
        T of(int sequence, int step);
    }

    /** Adds a number for each step. */
    public RawSequences numbers(final String name, final Values<Double> values) {
        steps.put(
                name,
                new NumberColumn(
                        name, all(values).stream().mapToDouble(value -> value).toArray()));
        return this;
    }

    /** Adds a text for each step. */
    public RawSequences texts(final String name, final Values<String> values) {
        steps.put(
                name, TextColumn.of(name, all(values).stream().map(Optional::of).toList()));
        return this;
    }

    private <T> List<T> all(final Values<T> values) {
        final var list = new ArrayList<T>();
        for (int sequence = 0; sequence < size(); sequence++) {
            for (int step = 0; step < length(sequence); step++) {
                list.add(values.of(sequence, step));
            }
        }
        return list;
    }

    /** Adds a column with one value a sequence. */
    public RawSequences whole(final Column column) {
        wholes.put(column.name(), column);
        return this;
    }

    /** The number of sequences. */
    public int size() {
        return offsets.length - 1;
    }

    /** The number of steps of a sequence. */
    public int length(final int sequence) {
        return offsets[sequence + 1] - offsets[sequence];
    }

    /** The first of a sequence's steps, counted over all sequences. */
    public int from(final int sequence) {
        return offsets[sequence];
    }

    /** The number at a step. */
    public double number(final String name, final int sequence, final int step) {
        return ((NumberColumn) steps.get(name)).values()[offsets[sequence] + step];
    }

    /** The text at a step. */
    public String text(final String name, final int sequence, final int step) {
        return steps.get(name).text(offsets[sequence] + step).orElseThrow();
    }

    /** The column with one value a sequence. */
    public Column whole(final String name) {
        return wholes.get(name);
    }

    /** The column with one value a step. */
    public Column steps(final String name) {
        return steps.get(name);
    }

    /** Some of the sequences, in this order. */
    public RawSequences only(final int... chosen) {
        final var some = of(Arrays.stream(chosen).map(this::length).toArray());
        final var rows = Arrays.stream(chosen)
                .flatMap(sequence -> IntStream.range(offsets[sequence], offsets[sequence + 1]))
                .toArray();
        steps.forEach((name, column) -> some.steps.put(name, column.gathered(rows)));
        wholes.forEach((name, column) -> some.wholes.put(name, column.gathered(chosen)));
        return some;
    }

    /** One row a step: "id" and the order column "t" tell where it belongs. */
    public Table rows() {
        final var columns = new ArrayList<Column>();
        columns.add(texts("id", (sequence, step) -> "s" + sequence).steps.remove("id"));
        columns.add(numbers("t", (sequence, step) -> (double) step).steps.remove("t"));
        columns.addAll(steps.values());
        final var owners = IntStream.range(0, size())
                .flatMap(sequence -> IntStream.range(0, length(sequence)).map(step -> sequence))
                .toArray();
        wholes.values().forEach(column -> columns.add(column.gathered(owners)));
        return table(offsets[size()], columns);
    }

    /** One row a sequence, whose steps are list cells. */
    public Table lists() {
        final var columns = new ArrayList<Column>();
        steps.forEach((name, column) -> columns.add(new ListColumn(name, offsets, new BitSet(), column)));
        columns.addAll(wholes.values());
        return table(size(), columns);
    }

    /** One row a sequence, a column for each step, with its place behind its name; all sequences must be equally long. */
    public Table columns() {
        final var columns = new ArrayList<>(wholes.values());
        for (int step = 0; step < length(0); step++) {
            final var place = step;
            final var rows = IntStream.range(0, size())
                    .map(sequence -> offsets[sequence] + place)
                    .toArray();
            steps.forEach((name, column) -> columns.add(named(name + place, column.gathered(rows))));
        }
        return table(size(), columns);
    }

    /** The names of the step columns of some features, as {@link #columns} makes them. */
    public String[] columnNames(final String... features) {
        return IntStream.range(0, length(0))
                .boxed()
                .flatMap(step -> Arrays.stream(features).map(feature -> feature + step))
                .toArray(String[]::new);
    }

    private static Column named(final String name, final Column column) {
        return column instanceof NumberColumn numbers
                ? new NumberColumn(name, numbers.values())
                : new TextColumn(name, ((TextColumn) column).codes(), ((TextColumn) column).dictionary());
    }

    /** One row a text, of the symbols of a column. */
    public Table texts(final String name) {
        final var columns = new ArrayList<Column>();
        columns.add(TextColumn.of(
                name,
                IntStream.range(0, size())
                        .mapToObj(sequence -> IntStream.range(0, length(sequence))
                                .mapToObj(step -> text(name, sequence, step))
                                .reduce("", String::concat))
                        .map(Optional::of)
                        .toList()));
        columns.addAll(wholes.values());
        return table(size(), columns);
    }

    private static Table table(final int rows, final List<Column> columns) {
        return new Table(IntStream.range(0, rows).mapToObj(row -> "Row" + row).toList(), columns);
    }
}
