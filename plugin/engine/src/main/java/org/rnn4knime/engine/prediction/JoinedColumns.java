package org.rnn4knime.engine.prediction;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.TimeColumn;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Columns of values that come from two columns: one of the history, one of what is known of the future. */
final class JoinedColumns {

    /** The source of a value that is missing. */
    static final int MISSING = -1;

    private JoinedColumns() {}

    /** The source of a value of the future. */
    static int future(final int row) {
        return -2 - row;
    }

    /**
     * A column of numbers or text.
     *
     * @param sources of each value: an index of the past, {@link #MISSING}, or what {@link #future} makes of an index of the future
     */
    static Column of(final Column past, final Column future, final int[] sources) {
        requireSameKind(past, future);
        if (past instanceof NumberColumn numbers) {
            final var later = ((NumberColumn) future).values();
            final var values = new double[sources.length];
            for (int index = 0; index < values.length; index++) {
                final var source = sources[index];
                values[index] =
                        source >= 0 ? numbers.values()[source] : source == MISSING ? Double.NaN : later[future(source)];
            }
            return new NumberColumn(past.name(), values);
        }
        final var builder = TextColumn.builder(past.name(), sources.length);
        for (final var source : sources) {
            builder.add(
                    source >= 0
                            ? past.text(source)
                            : source == MISSING ? Optional.empty() : future.text(future(source)));
        }
        return builder.build();
    }

    /** The values of columns of one kind, one column after the other. */
    static Column stacked(final List<Column> columns) {
        final var first = columns.get(0);
        columns.forEach(column -> requireSameKind(first, column));
        final var size = columns.stream().mapToInt(Column::size).sum();
        if (first instanceof NumberColumn) {
            return new NumberColumn(
                    first.name(),
                    columns.stream()
                            .map(NumberColumn.class::cast)
                            .flatMapToDouble(column -> Arrays.stream(column.values()))
                            .toArray());
        }
        if (first instanceof TimeColumn) {
            final var values = new ArrayList<Optional<Temporal>>(size);
            columns.forEach(column -> values.addAll(((TimeColumn) column).values()));
            return new TimeColumn(first.name(), values);
        }
        final var builder = TextColumn.builder(first.name(), size);
        for (final var column : columns) {
            for (int row = 0; row < column.size(); row++) {
                builder.add(column.text(row));
            }
        }
        return builder.build();
    }

    private static void requireSameKind(final Column past, final Column future) {
        if (past.getClass() != future.getClass()) {
            throw new UnusableDataException(
                    "The column \"" + past.name() + "\" of the table \"Known future\" holds " + words(future)
                            + ", but that of the history holds " + words(past) + ".",
                    "Convert one of them before.");
        }
    }

    private static String words(final Column column) {
        if (column instanceof NumberColumn) {
            return "numbers";
        }
        if (column instanceof TimeColumn) {
            return "dates or times";
        }
        return column instanceof ListColumn ? "lists" : "text";
    }
}
