package org.rnn4knime.engine.network;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * What a network writes.
 *
 * @param values how many numbers, or classes
 * @param type what they are
 * @param scope how often
 */
public record Outputs(int values, Type type, Scope scope) {

    /** The most values. */
    public static final int MOST = 1 << 16;

    /** What the values are. */
    public enum Type {
        /** Any numbers. */
        NUMBERS,
        /** The probability of each class: softmax. */
        CLASSES
    }

    /** How often values are written. */
    public enum Scope {
        /** At each time step. */
        STEP,
        /** Once a sequence. */
        SEQUENCE
    }

    /** Refuses a number out of range with an IllegalArgumentException. */
    public Outputs {
        Objects.requireNonNull(type);
        Objects.requireNonNull(scope);
        SettingRange.requireBetween("Outputs", values, 1, MOST);
    }

    /** The steps that are written for so many steps that the last layer sees. */
    public int steps(final int seen) {
        return scope == Scope.STEP ? seen : 1;
    }
}
