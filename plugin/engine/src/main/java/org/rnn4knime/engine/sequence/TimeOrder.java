package org.rnn4knime.engine.sequence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows in the order of points in time.
 *
 * @param column dates and times, or text in ISO form
 * @param points one a row; what has no time zone is taken as UTC, what has no time of day as its beginning
 */
record TimeOrder(Column column, List<ZonedDateTime> points) implements Order {

    static TimeOrder of(final Column column, final List<String> rowIds) {
        final var points = new ArrayList<ZonedDateTime>(column.size());
        var form = Optional.<IsoForm>empty();
        for (int row = 0; row < column.size(); row++) {
            final var rowId = rowIds.get(row);
            final var text = column.text(row).orElseThrow(() -> Order.missing(column, rowId));
            if (column instanceof TimeColumn times) {
                points.add(point(times.values().get(row).orElseThrow()));
            } else {
                form = form.or(() -> IsoForm.of(text));
                points.add(form.flatMap(known -> known.parse(text)).orElseThrow(() -> unreadable(column, rowId, text)));
            }
        }
        return new TimeOrder(column, List.copyOf(points));
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
        return points.get(row).toInstant().compareTo(points.get(other).toInstant());
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
        return new TextColumn(
                column.name(),
                IsoForm.format(next, texts).stream().map(Optional::of).toList());
    }

    private TimeStep step(final int[] rows) {
        return TimeStep.of(Arrays.stream(rows).mapToObj(points::get).toList(), hasMonthsOnly(rows[0]));
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
