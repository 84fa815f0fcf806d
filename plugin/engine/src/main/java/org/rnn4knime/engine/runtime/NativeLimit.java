package org.rnn4knime.engine.runtime;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The most that JavaCPP takes outside of the heap, read from the same system properties as it does, because its own class loads a
 * native library as soon as it is asked.
 */
final class NativeLimit {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*(%|[tgmk]?b?)");

    private static final String UNITS = "kmgt";

    private static final int PERCENT = 100;

    private static final int KILOBYTE = 1024;

    private NativeLimit() {}

    /**
     * The limit in bytes; 0 if there is none.
     *
     * @param properties the value of a system property, or null
     * @param heap the most that the heap takes, which is the limit if no property sets it
     */
    static long bytes(final UnaryOperator<String> properties, final long heap) {
        return Optional.ofNullable(properties.apply("org.bytedeco.javacpp.maxBytes"))
                .or(() -> Optional.ofNullable(properties.apply("org.bytedeco.javacpp.maxbytes")))
                .filter(text -> !text.isEmpty())
                .map(text -> bytes(text, heap))
                .orElse(heap);
    }

    private static long bytes(final String text, final long heap) {
        final var size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            // JavaCPP will refuse it with an error of its own.
            return heap;
        }
        final var number = Double.parseDouble(size.group(1));
        final var unit = size.group(2);
        if ("%".equals(unit)) {
            return (long) (number / PERCENT * heap);
        }
        final var power = unit.isEmpty() ? 0 : UNITS.indexOf(unit.charAt(0)) + 1;
        return (long) (number * Math.pow(KILOBYTE, power));
    }
}
