package org.rnn4knime.engine.sequence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms of ISO 8601 in which text names a point in time. Between date and time a space will do. */
enum IsoForm {
    YEAR("\\d{4}", text -> Year.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC)),
    MONTH("\\d{4}-\\d\\d", text -> YearMonth.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC)),
    DATE("\\d{4}-\\d\\d-\\d\\d", text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC)),
    DATE_TIME(
            "\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+",
            text -> LocalDateTime.parse(withT(text)).atZone(ZoneOffset.UTC)),
    ZONED_DATE_TIME("\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+(Z|[+-]).*", text -> ZonedDateTime.parse(withT(text)));

    /** Where the time begins in a date with time. */
    private static final int TIME = 11;

    private final Pattern pattern;

    private final Function<String, ZonedDateTime> parser;

    IsoForm(final String pattern, final Function<String, ZonedDateTime> parser) {
        this.pattern = Pattern.compile(pattern);
        this.parser = parser;
    }

    /** The form of a text, by its look. */
    static Optional<IsoForm> of(final String text) {
        return Arrays.stream(values())
                .filter(form -> form.pattern.matcher(text).matches())
                .findFirst();
    }

    boolean hasMonthsOnly() {
        return this == YEAR || this == MONTH;
    }

    /** The point in time that a text of this form names. */
    Optional<ZonedDateTime> parse(final String text) {
        if (!pattern.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Writes points in the form of these texts, which have one, and in the precision of the most precise. */
    static List<String> format(final List<ZonedDateTime> points, final List<String> like) {
        final var example =
                like.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        final var formatter = DateTimeFormatter.ofPattern(pattern(example));
        return points.stream().map(formatter::format).toList();
    }

    private static String pattern(final String example) {
        return switch (of(example).orElseThrow()) {
            case YEAR -> "uuuu";
            case MONTH -> "uuuu-MM";
            case DATE -> "uuuu-MM-dd";
            case DATE_TIME -> dateTimePattern(example, example.length());
            case ZONED_DATE_TIME -> zonedPattern(example);
        };
    }

    private static String zonedPattern(final String example) {
        int offset = TIME;
        while ("Z+-".indexOf(example.charAt(offset)) < 0) {
            offset++;
        }
        return dateTimePattern(example, offset)
                + (example.charAt(offset) == 'Z' ? "XXX" : "xxx")
                + (example.contains("[") ? "'['VV']'" : "");
    }

    private static String dateTimePattern(final String example, final int end) {
        final var time = "HH:mm:ss." + "S".repeat(9);
        return "uuuu-MM-dd'" + example.charAt(TIME - 1) + "'" + time.substring(0, Math.min(end - TIME, time.length()));
    }

    private static String withT(final String text) {
        return text.replace(' ', 'T');
    }
}
