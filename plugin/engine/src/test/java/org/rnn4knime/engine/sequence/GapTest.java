package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.numbers;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapTest {

    private static final Optional<Gap> NONE = Optional.empty();

    /** A Monday. */
    private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 1, 1, 0, 0);

    private static Optional<Gap> gap(final Stream<? extends Temporal> times) {
        return gap(new TimeColumn(
                "time", times.map(Temporal.class::cast).map(Optional::of).toList()));
    }

    private static Optional<Gap> gap(final Column column) {
        return Order.of(column, RowIds.numbered("Row", column.size()))
                .gap(IntStream.range(0, column.size()).toArray());
    }

    private static Stream<LocalDateTime> times(final Duration step, final int count) {
        return IntStream.range(0, count).mapToObj(index -> BEGIN.plus(step.multipliedBy(index)));
    }

    private static Stream<LocalDateTime> hoursAndOneMore(final int hours, final int minute) {
        return Stream.concat(times(Duration.ofHours(1), hours), Stream.of(BEGIN.plusMinutes(minute)));
    }

    private static Stream<LocalDate> days(final int count) {
        return IntStream.range(0, count).mapToObj(BEGIN.toLocalDate()::plusDays);
    }

    private static Stream<LocalDate> workdays(final int count) {
        return days(count)
                .filter(day -> !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()));
    }

    private static Predicate<LocalDateTime> between(final String from, final String to) {
        return time -> !time.toLocalTime().isBefore(LocalTime.parse(from))
                && time.toLocalTime().isBefore(LocalTime.parse(to));
    }

    private static <T> Predicate<T> isNone(final Set<T> missing) {
        return value -> !missing.contains(value);
    }

    @Test
    void countsWhatIsMissingAndNamesTheRowBeforeTheFirst() {
        final var missing = Set.of(12, 20, 21);
        final var days = IntStream.range(0, 40).boxed().filter(isNone(missing)).map(BEGIN.toLocalDate()::plusDays);

        assertEquals(Optional.of(new Gap(3, 11)), gap(days));
    }

    @Test
    void namesTheRowOfTheTableNotTheStepOfTheSeries() {
        final var days = List.of(9, 8, 6, 5, 4, 3, 2, 1, 0).stream()
                .<Temporal>map(BEGIN.toLocalDate()::plusDays)
                .map(Optional::of)
                .toList();
        final var order = Order.of(new TimeColumn("day", days), RowIds.numbered("Row", days.size()));

        assertEquals(Optional.of(new Gap(1, 2)), order.gap(new int[] {8, 7, 6, 5, 4, 3, 2, 1, 0}));
    }

    @Test
    void findsAMissingDayInTenDays() {
        assertEquals(Optional.of(new Gap(1, 3)), gap(days(10).filter(day -> day.getDayOfMonth() != 5)));
    }

    @Test
    void findsNothingInFewRows() {
        assertEquals(NONE, gap(days(0)));
        assertEquals(NONE, gap(days(1)));
        assertEquals(NONE, gap(days(2)));
        assertEquals(NONE, gap(Stream.of(BEGIN, BEGIN.plusDays(1), BEGIN.plusDays(3))));
        assertEquals(NONE, gap(days(1000)));
    }

    @Test
    void findsNothingInNumbers() {
        assertEquals(NONE, gap(numbers("step", 1, 2, 3, 4, 5, 6, 7, 9)));
    }

    @Test
    void findsMissingMonthsWhateverTheirLength() {
        final var text = Stream.iterate(YearMonth.of(1949, 1), month -> month.plusMonths(1))
                .limit(144)
                .filter(isNone(Set.of(YearMonth.of(1950, 2), YearMonth.of(1955, 6), YearMonth.of(1955, 7))))
                .map(YearMonth::toString)
                .map(Optional::of)
                .toList();
        final var lastDays = Stream.iterate(YearMonth.of(1949, 1), month -> month.plusMonths(1))
                .limit(20)
                .filter(isNone(Set.of(YearMonth.of(1949, 3))))
                .map(YearMonth::atEndOfMonth);

        assertEquals(Optional.of(new Gap(3, 12)), gap(TextColumn.of("month", text)));
        assertEquals(Optional.of(new Gap(1, 1)), gap(lastDays));
    }

    @Test
    void findsAMissingYearAndAMissingQuarter() {
        final var years = IntStream.rangeClosed(1900, 1950)
                .filter(year -> year != 1944 && year != 1945)
                .mapToObj(Integer::toString)
                .map(Optional::of)
                .toList();
        final var quarters = IntStream.range(0, 20)
                .filter(quarter -> quarter != 9)
                .mapToObj(quarter -> BEGIN.toLocalDate().plusMonths(1 + 3L * quarter));

        assertEquals(Optional.of(new Gap(2, 43)), gap(TextColumn.of("year", years)));
        assertEquals(Optional.of(new Gap(1, 8)), gap(quarters));
    }

    @Test
    void findsNothingWhereMonthsAreNoMultiple() {
        final var quarters = IntStream.range(0, 30)
                .filter(quarter -> quarter != 9)
                .mapToObj(quarter -> BEGIN.toLocalDate().plusMonths(3L * quarter))
                .toList();
        final var last = quarters.get(28);

        assertEquals(Optional.of(new Gap(2, 8)), gap(Stream.concat(quarters.stream(), Stream.of(last.plusMonths(6)))));
        assertEquals(NONE, gap(Stream.concat(quarters.stream(), Stream.of(last.plusMonths(4)))));
        assertEquals(NONE, gap(Stream.concat(quarters.stream(), Stream.of(last.plusDays(4)))));
    }

    @Test
    void findsNothingWhereMostStepsDifferOrOneIsNoMultiple() {
        // 4 of 5 steps are usual, then 3 of 4.
        assertEquals(Optional.of(new Gap(1, 4)), gap(hoursAndOneMore(5, 60 * 6)));
        assertEquals(NONE, gap(hoursAndOneMore(4, 60 * 5)));
        assertEquals(NONE, gap(hoursAndOneMore(50, 60 * 51 + 30)));
        assertEquals(NONE, gap(hoursAndOneMore(50, 60 * 49 + 30)));
        final var hole = isNone(Set.of(BEGIN.plusHours(30)));
        assertEquals(
                Optional.of(new Gap(2, 29)), gap(hoursAndOneMore(50, 60 * 51).filter(hole)));
        assertEquals(NONE, gap(hoursAndOneMore(50, 60 * 51 + 30).filter(hole)));
        assertEquals(NONE, gap(hoursAndOneMore(50, 60 * 49 + 30).filter(hole)));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 12, 14, 21, 26, 28, 70, 365, 3650})
    void takesWeekendsForNoGap(final int days) {
        for (int begin = 0; begin < 7; begin++) {
            assertEquals(NONE, gap(workdays(days).skip(begin)));
        }
    }

    @Test
    void takesHolidaysBesideWeekendsForNoGap() {
        assertEquals(NONE, gap(workdays(28).filter(day -> day.getDayOfMonth() != 12)));
        assertEquals(NONE, gap(workdays(28).filter(day -> day.getDayOfMonth() != 15)));
    }

    @Test
    void takesAnyWeekdayThatIsLeftOutAgainAndAgainForNoGap() {
        final var withoutTuesdays =
                days(100).filter(day -> day.getDayOfWeek() != DayOfWeek.TUESDAY).toList();
        final var twoWeeks = Set.copyOf(days(40).skip(27).toList());

        assertEquals(NONE, gap(withoutTuesdays.stream()));
        assertEquals(Optional.of(new Gap(13, 22)), gap(withoutTuesdays.stream().filter(isNone(twoWeeks))));
    }

    @Test
    void findsASaturdayThatIsMissingOnceInThreeWeeks() {
        assertEquals(Optional.of(new Gap(1, 11)), gap(days(21).filter(day -> day.getDayOfMonth() != 13)));
    }

    @Test
    void takesNightsForNoGap() {
        final var office = between("09:00", "17:30");

        assertEquals(NONE, gap(times(Duration.ofHours(1), 24 * 5).filter(office)));
        assertEquals(NONE, gap(times(Duration.ofMinutes(1), 60 * 24 * 12).filter(office)));
        assertEquals(NONE, gap(times(Duration.ofMinutes(7), 2000).filter(office)), "in no time that goes into a day");
        assertEquals(
                NONE,
                gap(times(Duration.ofMinutes(10), 6 * 24 * 40)
                        .filter(office)
                        .filter(time -> time.getDayOfWeek() != DayOfWeek.SUNDAY)
                        .filter(time -> time.getDayOfMonth() != 24)),
                "with Sundays and a holiday");
    }

    @Test
    void takesAnHourOfTheWeekForNoGap() {
        final var maintenance = between("03:00", "03:10").and(time -> time.getDayOfWeek() == DayOfWeek.SUNDAY);

        assertEquals(NONE, gap(times(Duration.ofMinutes(5), 12 * 24 * 35).filter(maintenance.negate())));
        assertEquals(NONE, gap(times(Duration.ofHours(1), 24 * 35).filter(maintenance.negate())));
    }

    @Test
    void takesWholeWeekendsOfHoursForNoGap() {
        assertEquals(
                NONE,
                gap(times(Duration.ofHours(1), 24 * 12)
                        .filter(time -> time.getDayOfWeek().getValue() < 6)));
    }

    @Test
    void findsHoursThatAreMissingOnce() {
        final var outage = between("02:00", "07:00").and(time -> time.getDayOfMonth() == 2);

        assertEquals(
                Optional.of(new Gap(300, 24 * 60 + 119)),
                gap(times(Duration.ofMinutes(1), 60 * 24 * 3).filter(outage.negate())));
        assertEquals(
                Optional.of(new Gap(5, 25)), gap(times(Duration.ofHours(1), 100).filter(outage.negate())));
        assertEquals(
                Optional.of(new Gap(600, 2880 + 239)),
                gap(times(Duration.ofSeconds(30), 2880 * 3).filter(outage.negate())));
    }

    @Test
    void takesMonthsThatAreLeftOutEveryYearForNoGap() {
        final var months = IntStream.range(0, 120)
                .mapToObj(month -> BEGIN.toLocalDate().plusMonths(month))
                .toList();

        assertEquals(NONE, gap(months.stream().filter(day -> day.getMonthValue() != 8)));
        assertEquals(
                NONE, gap(months.stream().filter(day -> day.getMonthValue() < 7)), "83 % of the steps are a month");
        assertEquals(
                Optional.of(new Gap(1, 6)),
                gap(months.stream().filter(day -> day.getMonthValue() != 8 || day.getYear() != 2024)));
    }

    @Test
    void takesNoDayForMissingWhenAClockIsPutForward() {
        final var zone = ZoneId.of("Europe/Berlin");
        final var begin = ZonedDateTime.of(2024, 3, 25, 0, 0, 0, 0, zone);

        assertEquals(NONE, gap(IntStream.range(0, 14).mapToObj(begin::plusDays)));
        assertEquals(NONE, gap(IntStream.range(0, 400).mapToObj(begin::plusHours)));
        assertEquals(
                Optional.of(new Gap(22, 144)),
                gap(IntStream.range(0, 400)
                        .filter(hour -> hour < 145 || hour > 166)
                        .mapToObj(begin::plusHours)),
                "from 0:00 to 0:00 on a day of 23 hours");
    }

    @Test
    void goesByTheClockOfTheZoneForWeekdays() {
        final var evening = ZonedDateTime.of(2024, 1, 3, 20, 0, 0, 0, ZoneId.of("America/New_York"));

        assertEquals(
                NONE,
                gap(IntStream.range(0, 10).mapToObj(evening::plusDays).filter(day -> day.getDayOfMonth() != 7)),
                "a Sunday there, a Monday in UTC");
        assertEquals(
                Optional.of(new Gap(1, 4)),
                gap(IntStream.range(0, 10).mapToObj(evening::plusDays).filter(day -> day.getDayOfMonth() != 8)));
    }

    @Test
    void countsStepsOfNanosecondsOverYears() {
        assertEquals(NONE, gap(Stream.concat(times(Duration.ofNanos(1), 20), Stream.of(BEGIN.plusYears(2000)))));
        assertEquals(
                Optional.of(new Gap(Duration.ofDays(366).toNanos() - 20, 19)),
                gap(Stream.concat(times(Duration.ofNanos(1), 20), Stream.of(BEGIN.plusYears(1)))));
    }

    @Property(tries = 300)
    void findsAnyHoleOfLessThanADay(
            @ForAll @IntRange(min = 1, max = 600) final int seconds,
            @ForAll @IntRange(min = 1, max = 100) final int missing,
            @ForAll @IntRange(min = 1, max = 59) final int before) {
        final var times = IntStream.range(0, 60)
                .map(row -> row < before ? row : row + missing)
                .mapToObj(row -> BEGIN.plusSeconds((long) seconds * row));

        assertEquals(Optional.of(new Gap(missing, before - 1)), gap(times));
    }

    @Property(tries = 100)
    void findsDaysThatAreMissingHereAndThere(
            @ForAll @Size(min = 1, max = 5) final Set<@IntRange(min = 1, max = 28) Integer> weeks) {
        final var missing = Set.copyOf(weeks.stream()
                .map(week -> BEGIN.toLocalDate().plusDays(7L * week + week % 7))
                .toList());

        assertEquals(
                Optional.of((long) missing.size()),
                gap(days(210).filter(isNone(missing))).map(Gap::missing));
        assertEquals(
                Optional.of(
                        missing.stream().min(LocalDate::compareTo).orElseThrow().minusDays(1)),
                gap(days(210).filter(isNone(missing)))
                        .map(gap -> BEGIN.toLocalDate().plus(gap.rowBefore(), ChronoUnit.DAYS)));
    }
}
