package org.rnn4knime.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.training.TrainedModel;

/** Tables and settings that tests share. */
public final class Examples {

    private Examples() {}

    /** A table whose rows are named Row0, Row1 and so on. */
    public static Table table(final Column... columns) {
        return new Table(
                IntStream.range(0, columns[0].size())
                        .mapToObj(row -> "Row" + row)
                        .toList(),
                List.of(columns));
    }

    /** A column of numbers. */
    public static NumberColumn numbers(final String name, final double... values) {
        return new NumberColumn(name, values);
    }

    /** A column of text; null is missing. */
    public static TextColumn text(final String name, final String... values) {
        return TextColumn.of(
                name, Arrays.stream(values).map(Optional::ofNullable).toList());
    }

    /** A column of lists of numbers; null is a missing list. */
    public static ListColumn lists(final String name, final double[]... lists) {
        return lists(
                name,
                Arrays.stream(lists)
                        .map(list -> list == null ? -1 : list.length)
                        .toList(),
                numbers(
                        name,
                        Arrays.stream(lists)
                                .filter(Objects::nonNull)
                                .flatMapToDouble(Arrays::stream)
                                .toArray()));
    }

    /** A column of lists of text; null is a missing list, or a missing element. */
    public static ListColumn textLists(final String name, final String[]... lists) {
        return lists(
                name,
                Arrays.stream(lists)
                        .map(list -> list == null ? -1 : list.length)
                        .toList(),
                text(
                        name,
                        Arrays.stream(lists)
                                .filter(Objects::nonNull)
                                .flatMap(Arrays::stream)
                                .toArray(String[]::new)));
    }

    /** A length of -1 is a missing list. */
    private static ListColumn lists(final String name, final List<Integer> lengths, final Column elements) {
        final var offsets = new int[lengths.size() + 1];
        final var missing = new BitSet();
        for (int row = 0; row < lengths.size(); row++) {
            offsets[row + 1] = offsets[row] + Math.max(0, lengths.get(row));
            missing.set(row, lengths.get(row) < 0);
        }
        return new ListColumn(name, offsets, missing, elements);
    }

    /** The values of a column as text, empty where they are missing. */
    public static List<Optional<String>> optionalTexts(final Column column) {
        return IntStream.range(0, column.size()).mapToObj(column::text).toList();
    }

    /** What a user would read in a column, row by row; null where it is missing. */
    public static List<String> texts(final Column column) {
        return IntStream.range(0, column.size())
                .mapToObj(row -> column.text(row).orElse(null))
                .toList();
    }

    /** A table of one column "value" with a sine of period 10 around 5. */
    public static Table sine(final int rows) {
        return table(numbers(
                "value",
                IntStream.range(0, rows)
                        .mapToDouble(row -> 5 + Math.sin(row * Math.PI / 5))
                        .toArray()));
    }

    /** The target alone: the table is one sequence in the order of its rows. */
    public static DataSettings target(final String name) {
        return new DataSettings(name, List.of(), Optional.empty());
    }

    /** The target in the order of a column. */
    public static DataSettings targetInOrder(final String name, final String order) {
        return new DataSettings(name, List.of(), Optional.of(order));
    }

    /** The target of the sequences that a column tells apart. */
    public static DataSettings targetById(final String name, final String id) {
        return new DataSettings(name, List.of(id), Optional.empty());
    }

    /** Settings for a small network on a column "value". */
    public static RnnSettings small(final int sequenceLength, final TrainingSettings training) {
        return new RnnSettings(
                target("value"),
                new SequenceSettings(sequenceLength),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                new NetworkSettings(CellType.LSTM, 4),
                training);
    }

    /** The months from 1949-01 on with their passengers, in columns "month" and "passengers". */
    public static Table airline(final int from, final int to) {
        final var rows = airlineLines()
                .skip(1L + from)
                .limit(to - from)
                .map(line -> line.split(","))
                .toList();
        return new Table(
                IntStream.range(from, to).mapToObj(row -> "Row" + row).toList(),
                List.of(
                        TextColumn.of(
                                "month",
                                rows.stream().map(row -> Optional.of(row[0])).toList()),
                        new NumberColumn(
                                "passengers",
                                rows.stream()
                                        .mapToDouble(row -> Double.parseDouble(row[1]))
                                        .toArray())));
    }

    private static Stream<String> airlineLines() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Examples.class.getResourceAsStream("/airline_passengers.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a user is told after a training, but for the comparison with a simple method: after a few epochs few networks are better. */
    public static List<String> warnings(final TrainedModel trained) {
        return trained.warnings().stream()
                .filter(warning -> !warning.startsWith("The model is not better than a simple method"))
                .toList();
    }
}
