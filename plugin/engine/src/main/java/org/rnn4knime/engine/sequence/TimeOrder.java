package org.rnn4knime.engine.sequence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Rows in the order of points in time.
 *
 * @param column dates and times, or text in ISO form
 * @param points one a row; what has no time zone is taken as UTC, what has no time of day as its beginning
 * @param seconds of each point, as it is compared: to reckon them anew each time would take minutes to sort millions of rows
 */
record TimeOrder(Column column, List<ZonedDateTime> points, long[] seconds) implements Order {

    static TimeOrder of(final Column column, final List<String> rowIds) {
        final IntFunction<ZonedDateTime> read =
                column instanceof TextColumn texts ? reader(texts, rowIds) : reader((TimeColumn) column);
        final var points = new ArrayList<ZonedDateTime>(column.size());
        for (int row = 0; row < column.size(); row++) {
            Interrupts.refuse();
            if (column.isMissing(row)) {
                throw Order.missing(column, rowIds.get(row));
            }
            points.add(read.apply(row));
        }
        return new TimeOrder(
                column,
                Collections.unmodifiableList(points),
                points.stream().mapToLong(ZonedDateTime::toEpochSecond).toArray());
    }

    private static IntFunction<ZonedDateTime> reader(final TimeColumn column) {
        return row -> point(column.values().get(row).orElseThrow());
    }

    /** Reads each distinct text once. */
    private static IntFunction<ZonedDateTime> reader(final TextColumn column, final List<String> rowIds) {
        final var known = new ZonedDateTime[column.dictionary().size()];
        final var form =
                column.size() == 0 ? Optional.<IsoForm>empty() : column.text(0).flatMap(IsoForm::of);
        return row -> {
            final int code = column.codes()[row];
            if (known[code] == null) {
                final var text = column.dictionary().get(code);
                known[code] = form.flatMap(iso -> iso.parse(text))
                        .orElseThrow(() -> unreadable(column, rowIds.get(row), text));
            }
            return known[code];
        };
    }

    private static UnusableDataException unreadable(final Column column, final String rowId, final String text) {
        final var first = column.text(0).filter(value -> !value.equals(text));
        return new UnusableDataException(
                "The order column \"" + column.name() + "\" holds \"" + text + "\" in row \"" + rowId
                        + "\", which is no point" + " in time in ISO form"
                        + first.map(value -> " like \"" + value + "\" before").orElse("") + ".",
                "Write all rows like 1949, 1949-01, 1949-01-31, 1949-01-31T12:00 or 1949-01-31T12:00+01:00, or choose"
                        + " a column of numbers or of dates, or switch the order column off.");
    }

    private static ZonedDateTime point(final Temporal value) {
        if (value instanceof ZonedDateTime zoned) {
            return zoned;
        }
        if (value instanceof LocalDateTime local) {
            return local.atZone(ZoneOffset.UTC);
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC);
        }
        if (value instanceof LocalTime time) {
            return time.atDate(LocalDate.EPOCH).atZone(ZoneOffset.UTC);
        }
        throw new IllegalArgumentException("Not a date or time of a TimeColumn: " + value.getClass());
    }

    @Override
    public int compare(final int row, final int other) {
        return seconds[row] == seconds[other]
                ? Integer.compare(points.get(row).getNano(), points.get(other).getNano())
                : Long.compare(seconds[row], seconds[other]);
    }

    @Override
    public boolean isRegular(final int[] rows) {
        return rows.length < 2 || step(rows).isRegular();
    }

    @Override
    public Column continued(final int[] rows, final int steps) {
        if (rows.length < 2) {
            throw Order.noStep(column);
        }
        final var step = step(rows);
        final var last = points.get(rows[rows.length - 1]);
        final var next = IntStream.rangeClosed(1, steps)
                .mapToObj(count -> step.after(last, count))
                .toList();
        if (column instanceof TimeColumn times) {
            final var like = times.values().get(rows[0]).orElseThrow();
            return new TimeColumn(
                    column.name(),
                    next.stream()
                            .map(value -> Optional.of(temporal(value, like)))
                            .toList());
        }
        final var texts = Arrays.stream(rows)
                .mapToObj(row -> column.text(row).orElseThrow())
                .toList();
        return TextColumn.of(
                column.name(),
                IsoForm.format(next, texts).stream().map(Optional::of).toList());
    }

    @Override
    public Optional<Gap> gap(final int[] rows) {
        return rows.length < 2 ? Optional.empty() : GapFinder.find(pointsOf(rows), step(rows), rows);
    }

    private TimeStep step(final int[] rows) {
        return TimeStep.of(pointsOf(rows), hasMonthsOnly(rows[0]));
    }

    private List<ZonedDateTime> pointsOf(final int[] rows) {
        return Arrays.stream(rows).mapToObj(points::get).toList();
    }

    private boolean hasMonthsOnly(final int row) {
        return !(column instanceof TimeColumn)
                && column.text(row)
                        .flatMap(IsoForm::of)
                        .filter(IsoForm::hasMonthsOnly)
                        .isPresent();
    }

    private static Temporal temporal(final ZonedDateTime value, final Temporal like) {
        if (like instanceof LocalDateTime) {
            return value.toLocalDateTime();
        }
        if (like instanceof LocalDate) {
            return value.toLocalDate();
        }
        return like instanceof LocalTime ? value.toLocalTime() : value;
    }
}
