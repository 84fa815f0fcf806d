package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.optionalTexts;
import static org.rnn4knime.engine.Examples.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    private static Order order(final Column column) {
        return Order.of(
                column,
                IntStream.range(0, column.size()).mapToObj(row -> "Row" + row).toList());
    }

    private static int[] rows(final Column column) {
        return IntStream.range(0, column.size()).toArray();
    }

    private static Column continued(final Column column, final int steps) {
        return order(column).continued(rows(column), steps);
    }

    private static void assertTexts(final Column column, final String... expected) {
        assertEquals(Arrays.stream(expected).map(Optional::of).toList(), optionalTexts(column));
    }

    private static TimeColumn times(final Temporal... values) {
        return new TimeColumn("time", Arrays.stream(values).map(Optional::of).toList());
    }

    @ParameterizedTest(name = "{0} continues with {1}")
    @CsvSource({
        "1949 1950, 1951 1952",
        "1949 1959, 1969 1979",
        "1960-11 1960-12, 1961-01 1961-02",
        "1960-01 1960-04, 1960-07 1960-10",
        "2024-02-27 2024-02-28, 2024-02-29 2024-03-01",
        "2024-01-01 2024-02-01, 2024-03-01 2024-04-01",
        "2023-12-31 2024-01-31, 2024-02-29 2024-03-31",
        "2024-01-30 2024-02-29 2024-03-30, 2024-04-30 2024-05-30",
        "2024-01-01 2024-01-08, 2024-01-15 2024-01-22",
        "2024-01-01T00:00 2024-01-01T12:00, 2024-01-02T00:00 2024-01-02T12:00",
        "2024-01-01T00:00:00 2024-01-01T00:00:30, 2024-01-01T00:01:00 2024-01-01T00:01:30",
        "2024-01-01T00:00 2024-01-01T00:00:30, 2024-01-01T00:01:00 2024-01-01T00:01:30",
        "2024-01-01T00:00:00.000 2024-01-01T00:00:00.500, 2024-01-01T00:00:01.000 2024-01-01T00:00:01.500",
        "2024-01-01T00:00Z 2024-01-01T01:00Z, 2024-01-01T02:00Z 2024-01-01T03:00Z",
        "2024-01-01T00:00+01:00 2024-01-01T01:00+01:00, 2024-01-01T02:00+01:00 2024-01-01T03:00+01:00",
        "2024-03-30T12:00+01:00[Europe/Berlin] 2024-03-31T12:00+02:00[Europe/Berlin], "
                + "2024-04-01T12:00+02:00[Europe/Berlin] 2024-04-02T12:00+02:00[Europe/Berlin]",
        "2024-03-31T00:00+01:00[Europe/Berlin] 2024-03-31T01:00+01:00[Europe/Berlin], "
                + "2024-03-31T03:00+02:00[Europe/Berlin] 2024-03-31T04:00+02:00[Europe/Berlin]",
    })
    void continuesTextInItsOwnForm(final String given, final String expected) {
        final var continued = continued(text("time", given.split(" ")), 2);

        assertTexts(continued, expected.split(" "));
    }

    @Test
    void readsASpaceBetweenDateAndTimeAndKeepsIt() {
        assertTexts(continued(text("time", "2024-01-01 00:00", "2024-01-01 01:00"), 1), "2024-01-01 02:00");
    }

    @Test
    void continuesDatesAndTimesInTheirOwnType() {
        final var day = LocalDate.of(2024, 2, 28);
        final var hour = LocalDateTime.of(2024, 2, 28, 23, 0);
        final var zoned = ZonedDateTime.of(2024, 3, 30, 2, 30, 0, 0, ZoneId.of("Europe/Berlin"));
        final var noon = LocalTime.of(12, 0);

        assertEquals(times(day.plusDays(2)), continued(times(day, day.plusDays(1)), 1));
        assertEquals(times(hour.plusHours(2)), continued(times(hour, hour.plusHours(1)), 1));
        // On the second day the clock is put forward from 2:00 to 3:00; the third is again as before.
        assertEquals(times(zoned.plusDays(1), zoned.plusDays(2)), continued(times(zoned.minusDays(1), zoned), 2));
        assertEquals(times(noon.plusMinutes(20)), continued(times(noon, noon.plusMinutes(10)), 1));
    }

    @Test
    void continuesNumbersWithoutRoundingErrors() {
        final var continued = (NumberColumn) continued(numbers("step", 0.1, 0.2, 0.1 + 0.2), 3);

        assertArrayEquals(
                new double[] {0.4, 0.5, 0.6},
                Arrays.stream(continued.values())
                        .map(value -> Math.round(value * 1e12) / 1e12)
                        .toArray());
        assertArrayEquals(new double[] {4, 6}, ((NumberColumn) continued(numbers("step", 0, 2), 2)).values());
    }

    @Test
    void continuesIrregularStepsWithTheMostUsualOne() {
        final var numbers = numbers("step", 1, 2, 3, 5, 7, 8);
        final var workdays = text("day", "2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09");

        assertFalse(order(numbers).isRegular(rows(numbers)));
        assertArrayEquals(new double[] {9}, ((NumberColumn) continued(numbers, 1)).values());
        assertFalse(order(workdays).isRegular(rows(workdays)));
        assertTexts(continued(workdays, 1), "2024-01-10");
    }

    @Test
    void continuesMonthsAlsoWhereOneIsMissing() {
        final var months = text("month", "1949-01", "1949-02", "1949-04", "1949-05");

        assertFalse(order(months).isRegular(rows(months)));
        assertTexts(continued(months, 1), "1949-06");
    }

    @Test
    void takesMonthsOfAnyLengthForRegular() {
        final var months = text("month", "2024-01-31", "2024-02-29", "2024-03-31");

        assertTrue(order(months).isRegular(rows(months)));
    }

    @Test
    void refusesToContinueOneRow() {
        final var message = assertThrows(UnusableDataException.class, () -> continued(text("month", "1949-01"), 1))
                .getMessage();

        assertTrue(message.contains("\"month\""), message);
    }

    @Test
    void refusesAnInfiniteNumberAndNamesItsRow() {
        final var column = numbers("step", 1, Double.POSITIVE_INFINITY);
        final var message =
                assertThrows(UnusableDataException.class, () -> order(column)).getMessage();

        assertTrue(message.contains("\"step\"") && message.contains("\"Row1\""), message);
    }

    @Test
    void refusesNumbersThatCannotBeToldApartAndNamesTheFirst() {
        final var column = numbers("id", 9007199254740991L, 9007199254740993L);
        final var message =
                assertThrows(UnusableDataException.class, () -> order(column)).getMessage();

        assertTrue(message.contains("\"id\"") && message.contains("\"Row1\""), message);
        assertTrue(message.contains("9007199254740992") && message.contains("dates and times"), message);
        assertEquals(
                1, order(numbers("id", 9007199254740990L, 9007199254740991L)).compare(1, 0));
    }

    @Property(tries = 200)
    void continuesMonthlyDatesWhateverTheirDay(
            @ForAll @IntRange(min = 1, max = 31) final int day, @ForAll @IntRange(min = 1, max = 24) final int step) {
        final var dates = IntStream.range(0, 20)
                .mapToObj(index -> LocalDate.of(2001, 1, day).plusMonths((long) step * index))
                .map(Temporal.class::cast)
                .toList();

        assertEquals(
                times(dates.subList(12, 20).toArray(Temporal[]::new)),
                continued(times(dates.subList(0, 12).toArray(Temporal[]::new)), 8));
    }

    @Property(tries = 200)
    void continuesAnyRegularSeconds(
            @ForAll @IntRange(min = 1, max = 100_000) final int step,
            @ForAll @IntRange(min = 2, max = 6) final int rows) {
        final var times = IntStream.range(0, rows + 3)
                .mapToObj(index -> LocalDateTime.of(2024, 2, 10, 1, 2, 3).plus((long) step * index, ChronoUnit.SECONDS))
                .toList();

        assertEquals(
                times(times.subList(rows, rows + 3).toArray(Temporal[]::new)),
                continued(times(times.subList(0, rows).toArray(Temporal[]::new)), 3));
    }

    @Test
    void refusesLists() {
        final var lists = new ListColumn("days", new int[] {0, 1}, new BitSet(), text("day", "2024-01-01"));
        final var message =
                assertThrows(UnusableDataException.class, () -> order(lists)).getMessage();

        assertTrue(message.contains("\"days\" holds lists"), message);
    }

    @Test
    void namesTheFirstRowThatCannotBeRead() {
        final var column = text("day", "2024-01-01", "2024-01-02", "soon", "2024-01-02", "soon");
        final var message =
                assertThrows(UnusableDataException.class, () -> order(column)).getMessage();

        assertTrue(message.contains("\"soon\" in row \"Row2\"") && message.contains("\"2024-01-01\""), message);
    }

    @Test
    void comparesRowsByTheirInstant() {
        final var order = order(text("time", "2024-01-01T12:00+01:00", "2024-01-01T11:30Z", "2024-01-01T11:00Z"));

        assertTrue(order.compare(0, 1) < 0);
        assertEquals(0, order.compare(0, 2));
        assertEquals(
                List.of(2, 1), List.of(1, 2).stream().sorted(order::compare).toList());
    }
}
