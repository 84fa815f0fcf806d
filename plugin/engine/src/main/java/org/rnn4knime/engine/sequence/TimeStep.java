package org.rnn4knime.engine.sequence;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The most usual step between points in time. Months and days are steps of the calendar, whatever their length; all else is
 * a fixed duration.
 *
 * @param months the months of a step; 0 if it is a duration
 * @param dayOfMonth the day that monthly points lie on, or the month's last where it has fewer days
 * @param duration the duration of a step; zero if it is months
 * @param isRegular whether all steps are this one
 */
record TimeStep(long months, int dayOfMonth, Duration duration, boolean isRegular) {

    private static final int LAST_DAY = 31;

    /**
     * The step of at least two points in order.
     *
     * @param monthsOnly whether the points are mere years or months, so that only months can lie between them
     */
    static TimeStep of(final List<ZonedDateTime> points, final boolean monthsOnly) {
        final var dayOfMonth = dayOfMonth(points);
        final var steps = Pairs.of(points, (before, after) -> months(before, after, dayOfMonth));
        final var months = steps.stream().flatMap(Optional::stream).toList();
        if (monthsOnly || 2 * months.size() >= steps.size()) {
            final var usual = MostUsual.of(months);
            return new TimeStep(
                    usual.value(), dayOfMonth, Duration.ZERO, usual.isOnly() && months.size() == steps.size());
        }
        final var usual = MostUsual.of(Pairs.of(points, TimeStep::between));
        return new TimeStep(0, dayOfMonth, usual.value(), usual.isOnly());
    }

    /** The point so many steps after this one. */
    ZonedDateTime after(final ZonedDateTime point, final int steps) {
        if (months > 0) {
            final var month = point.withDayOfMonth(1).plusMonths(months * steps);
            return month.withDayOfMonth(Math.min(dayOfMonth, lengthOfMonth(month)));
        }
        // A day is a day also when a clock is put forward; an hour is an hour.
        return isWholeDays(duration)
                ? point.plusDays(duration.toDays() * steps)
                : point.plus(duration.multipliedBy(steps));
    }

    private static int dayOfMonth(final List<ZonedDateTime> points) {
        if (points.stream().allMatch(point -> point.getDayOfMonth() == lengthOfMonth(point))) {
            return LAST_DAY;
        }
        return points.stream().mapToInt(ZonedDateTime::getDayOfMonth).max().orElseThrow();
    }

    /** The whole months between two points, if that is what lies between them. */
    private static Optional<Long> months(final ZonedDateTime before, final ZonedDateTime after, final int dayOfMonth) {
        final var months = ChronoUnit.MONTHS.between(firstOfMonth(before), firstOfMonth(after));
        final var aligned = isOnDay(before, dayOfMonth)
                && isOnDay(after, dayOfMonth)
                && before.toLocalTime().equals(after.toLocalTime());
        return Optional.of(months).filter(count -> aligned && count > 0);
    }

    private static LocalDate firstOfMonth(final ZonedDateTime point) {
        return point.toLocalDate().withDayOfMonth(1);
    }

    private static boolean isOnDay(final ZonedDateTime point, final int dayOfMonth) {
        return point.getDayOfMonth() == Math.min(dayOfMonth, lengthOfMonth(point));
    }

    private static int lengthOfMonth(final ZonedDateTime point) {
        return point.toLocalDate().lengthOfMonth();
    }

    private static Duration between(final ZonedDateTime before, final ZonedDateTime after) {
        final var onTheClock = Duration.between(before.toLocalDateTime(), after.toLocalDateTime());
        return isWholeDays(onTheClock) ? onTheClock : Duration.between(before, after);
    }

    private static boolean isWholeDays(final Duration duration) {
        return duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()));
    }
}
