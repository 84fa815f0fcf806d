package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.engine.sequence.ValidationSplit;

/**
 * What is held back from learning, to measure by.
 *
 * @param split which part
 * @param fraction its share; 0 for none, 0.9 at most
 */
public record ValidationSettings(ValidationSplit split, double fraction) {

    /** Nothing is held back. */
    public static final ValidationSettings NONE = new ValidationSettings(ValidationSplit.AUTOMATIC, 0);

    /** The largest part to hold back: with more, next to nothing is left to learn from. */
    public static final double MOST_FRACTION = 0.9;

    /** Refuses values out of range with an IllegalArgumentException. */
    public ValidationSettings {
        Objects.requireNonNull(split);
        SettingRange.requireBetween("Validation fraction", fraction, 0, MOST_FRACTION);
    }
}
