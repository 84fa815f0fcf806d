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

    /** Of a step of less than a second, more may lie between two points than a long can count. */
    private static final Duration COUNTABLE = Duration.ofDays(366);

    /**
     * The step of at least two points in order.
     *
     * @param monthsOnly whether the points are mere years or months, so that only months can lie between them
     */
    static TimeStep of(final List<ZonedDateTime> points, final boolean monthsOnly) {
        final var dayOfMonth = dayOfMonth(points);
        final int steps = points.size() - 1;
        final var months = Pairs.of(points, (before, after) -> months(before, after, dayOfMonth))
                .flatMap(Optional::stream);
        return MostUsual.of(months)
                .filter(usual -> monthsOnly || 2 * usual.total() >= steps)
                .map(usual -> new TimeStep(usual.value(), dayOfMonth, Duration.ZERO, usual.count() == steps))
                .orElseGet(() -> ofDuration(points, dayOfMonth));
    }

    private static TimeStep ofDuration(final List<ZonedDateTime> points, final int dayOfMonth) {
        final var usual = MostUsual.of(Pairs.of(points, TimeStep::between)).orElseThrow();
        return new TimeStep(0, dayOfMonth, usual.value(), usual.isOnly());
    }

    /** How many of these steps lead from one point to a later one; 0 if no whole number does, or more than can be counted. */
    long count(final ZonedDateTime before, final ZonedDateTime after) {
        if (months > 0) {
            return months(before, after, dayOfMonth)
                    .filter(between -> between % months == 0)
                    .map(between -> between / months)
                    .orElse(0L);
        }
        final var between = isWholeDays(duration) ? between(before, after) : Duration.between(before, after);
        if (between.equals(duration)) {
            return 1;
        }
        if (duration.isZero()
                || between.compareTo(duration) < 0
                || between.compareTo(COUNTABLE) > 0 && duration.getSeconds() == 0) {
            return 0;
        }
        final var count = between.dividedBy(duration);
        return duration.multipliedBy(count).equals(between) ? count : 0;
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
