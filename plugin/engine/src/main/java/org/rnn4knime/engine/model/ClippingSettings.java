package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * What is done to gradients that are too large.
 *
 * @param type how they are made smaller
 * @param threshold from where on a gradient is large; not read for NONE
 */
public record ClippingSettings(ClippingType type, double threshold) {

    /** Gradients stay as they are. */
    public static final ClippingSettings NONE = new ClippingSettings(ClippingType.NONE, 1);

    /** The largest threshold. */
    public static final double MOST_THRESHOLD = 1e6;

    /** Refuses values out of range with an IllegalArgumentException. */
    public ClippingSettings {
        Objects.requireNonNull(type);
        SettingRange.requirePositive("Clipping threshold", threshold, MOST_THRESHOLD);
    }
}
