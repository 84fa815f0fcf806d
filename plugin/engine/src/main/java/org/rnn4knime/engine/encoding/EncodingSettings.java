package org.rnn4knime.engine.encoding;

import java.util.Objects;

/**
 * How the target is encoded, in this order: logarithm, difference, normalization.
 *
 * @param normalization how the values are scaled
 * @param logarithm whether the natural logarithm is taken; all values must be above zero
 * @param difference whether the change from the row before replaces the value; the first row of a sequence then only
 *     serves as the base of the second
 */
public record EncodingSettings(Normalization normalization, boolean logarithm, boolean difference) {

    /** Refuses null. */
    public EncodingSettings {
        Objects.requireNonNull(normalization);
    }
}
