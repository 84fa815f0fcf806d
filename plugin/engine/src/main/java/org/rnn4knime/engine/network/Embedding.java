package org.rnn4knime.engine.network;

import org.rnn4knime.engine.sequence.SettingRange;

/**
 * A learned vector for each value of a nominal feature or symbol of a text.
 *
 * @param categories how many values there are; they are given as indices from 0 on
 * @param size the length of a vector
 */
public record Embedding(int categories, int size) {

    /** The most values: their indices must be exact in single precision. */
    public static final int MOST_CATEGORIES = 1 << 20;

    /** Refuses sizes out of range with an IllegalArgumentException. */
    public Embedding {
        SettingRange.requireBetween("Embedded categories", categories, 1, MOST_CATEGORIES);
        SettingRange.requireBetween("Embedding size", size, 1, NetworkSettings.MOST_HIDDEN_UNITS);
    }
}
