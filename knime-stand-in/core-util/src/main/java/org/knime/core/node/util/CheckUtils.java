package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** Preconditions; a message is a format of {@link String#format}, applied only when there are arguments. */
public final class CheckUtils {

    private CheckUtils() {}

    private static String message(final String format, final Object... arguments) {
        return arguments.length == 0 ? format : String.format(format, arguments);
    }

    public static void checkSetting(final boolean valid, final String format, final Object... arguments)
            throws InvalidSettingsException {
        if (!valid) {
            throw new InvalidSettingsException(message(format, arguments));
        }
    }

    public static void checkArgument(final boolean valid, final String format, final Object... arguments)
            throws IllegalArgumentException {
        if (!valid) {
            throw new IllegalArgumentException(message(format, arguments));
        }
    }

    public static <T> T checkArgumentNotNull(final T value, final String format, final Object... arguments)
            throws IllegalArgumentException {
        checkArgument(value != null, format, arguments);
        return value;
    }
}
