package org.rnn4knime.engine.sequence;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;

/**
 * The places of a period that a series leaves out again and again: days of the week, times of the day or of the week, months of
 * the year.
 *
 * <p>A place is a pause if it is empty in more periods than not, and in two at least; of Saturday and Sunday one is enough, so
 * that two weeks of working days have no gap. Pauses explain a hole between two rows if one lies in it, together with all that
 * the hole takes in beside, for holidays lie beside weekends and nights. They do not explain a hole that is longer than a week
 * (for days of the week: than from Thursday to Tuesday; for months: than a year).
 */
final class Pauses {

    private static final int DAY = 24 * 60 * 60;

    /** The lengths of a place in the day, in seconds; each goes into a day. */
    private static final int[] PLACES = {60, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 28_800, 43_200};

    private static final int WEEK = 7;

    private static final int WEEKEND_WITH_HOLIDAYS = 5;

    private static final int YEAR = 12;

    private final IntToLongFunction places;

    private final long longest;

    private final boolean[] isPause;

    /**
     * @param points the number of points
     * @param places the place of each point; counted on from one period to the next
     * @param longest how many places further on the next point may lie for the hole between them to count
     * @param period the places of a period
     * @param onceIsEnough the places that need not be empty twice
     */
    private Pauses(
            final int points,
            final IntToLongFunction places,
            final int longest,
            final int period,
            final IntPredicate onceIsEnough) {
        this.places = places;
        this.longest = longest;
        final var full = new int[period];
        final var empty = new int[period];
        for (int point = 0; point < points; point++) {
            final var place = places.applyAsLong(point);
            if (point == 0 || place != places.applyAsLong(point - 1)) {
                full[Math.floorMod(place, period)]++;
            }
            if (point > 0) {
                hole(point - 1).forEach(left -> empty[Math.floorMod(left, period)]++);
            }
        }
        this.isPause = new boolean[period];
        for (int place = 0; place < period; place++) {
            isPause[place] = empty[place] > full[place] && (empty[place] > 1 || onceIsEnough.test(place));
        }
    }

    /** All that points with this usual step can have. */
    static List<Pauses> of(final List<ZonedDateTime> points, final TimeStep step) {
        if (step.months() > 0) {
            return YEAR % step.months() == 0 ? List.of(ofYear(points, (int) step.months())) : List.of();
        }
        if (step.duration().compareTo(Duration.ofDays(1)) > 0) {
            return List.of();
        }
        final var pauses = new ArrayList<Pauses>();
        pauses.add(ofWeek(points));
        Arrays.stream(PLACES)
                .filter(seconds -> step.duration().compareTo(Duration.ofSeconds(seconds)) <= 0)
                .findFirst()
                .ifPresent(seconds -> {
                    pauses.add(ofTime(points, seconds, DAY / seconds));
                    pauses.add(ofTime(points, seconds, WEEK * (DAY / seconds)));
                });
        return pauses;
    }

    private static Pauses ofWeek(final List<ZonedDateTime> points) {
        return new Pauses(
                points.size(),
                point -> time(points.get(point), DAY),
                WEEKEND_WITH_HOLIDAYS,
                WEEK,
                Pauses::isSaturdayOrSunday);
    }

    private static Pauses ofYear(final List<ZonedDateTime> points, final int months) {
        return new Pauses(
                points.size(),
                point -> Math.floorDiv(points.get(point).getLong(ChronoField.PROLEPTIC_MONTH), months),
                YEAR / months,
                YEAR / months,
                place -> false);
    }

    private static Pauses ofTime(final List<ZonedDateTime> points, final int seconds, final int period) {
        return new Pauses(
                points.size(),
                point -> time(points.get(point), seconds),
                WEEK * (DAY / seconds),
                period,
                place -> false);
    }

    /** The place of a point by the clock where it was taken: weekends and nights go by that. */
    private static long time(final ZonedDateTime point, final int seconds) {
        return Math.floorDiv(point.toEpochSecond() + point.getOffset().getTotalSeconds(), seconds);
    }

    /** The first day of all is a Thursday. */
    private static boolean isSaturdayOrSunday(final int day) {
        return day == 2 || day == 3;
    }

    /** Whether what lies between a point and the next is explained. */
    boolean explain(final int point) {
        return hole(point).anyMatch(place -> isPause[Math.floorMod(place, isPause.length)]);
    }

    /** The empty places between a point and the next, if the hole is short enough to count. */
    private LongStream hole(final int point) {
        final var before = places.applyAsLong(point);
        final var after = places.applyAsLong(point + 1);
        return after - before <= longest ? LongStream.range(before + 1, after) : LongStream.empty();
    }
}
