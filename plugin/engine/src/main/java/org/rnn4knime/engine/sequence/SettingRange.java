package org.rnn4knime.engine.sequence;

/** Checks that settings lie in their range; the messages name the setting as the dialog does. */
public final class SettingRange {

    private SettingRange() {}

    /** Refuses a value outside of minimum to maximum with an IllegalArgumentException. */
    public static void requireBetween(final String setting, final long value, final long minimum, final long maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(
                    setting + " must be from " + minimum + " to " + maximum + ", but is " + value + ".");
        }
    }

    /** Refuses a value outside of minimum to maximum, and NaN, with an IllegalArgumentException. */
    public static void requireBetween(
            final String setting, final double value, final double minimum, final double maximum) {
        if (!(value >= minimum && value <= maximum)) {
            throw new IllegalArgumentException(setting + " must be from " + NumberColumn.text(minimum) + " to "
                    + NumberColumn.text(maximum) + ", but is " + NumberColumn.text(value) + ".");
        }
    }

    /** Refuses a value that is not above zero, NaN, or above the maximum, with an IllegalArgumentException. */
    public static void requirePositive(final String setting, final double value, final double maximum) {
        if (!(value > 0 && value <= maximum)) {
            throw new IllegalArgumentException(setting + " must be above 0 and at most " + NumberColumn.text(maximum)
                    + ", but is " + NumberColumn.text(value) + ".");
        }
    }
}
