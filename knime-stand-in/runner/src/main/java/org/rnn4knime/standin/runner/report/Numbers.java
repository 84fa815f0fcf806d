package org.rnn4knime.standin.runner.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

    private Numbers() {}

    /** About four digits: 417.0, 23.13, 0.8654. */
    static String shorten(final double number) {
        return format(number, decimals(number));
    }

    /** A number with so many digits behind the point. */
    static String format(final double number, final int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** How many digits behind the point make about four digits in all. */
    static int decimals(final double number) {
        final var size = Math.abs(number);
        if (size >= 100) {
            return 1;
        }
        if (size >= 10) {
            return 2;
        }
        return size >= 1 ? 3 : 4;
    }

    /** All digits, but no zeros at the end: 30, 0.95. */
    static String plain(final double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
