package org.rnn4knime.engine.encoding;

import java.util.Optional;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * Which nominal values and symbols of the training part are known; all others are unknown ones.
 *
 * @param maximumSize the most that are known: the most frequent ones
 * @param minimumCount how often one must be there at least
 */
public record VocabularySettings(Optional<Integer> maximumSize, int minimumCount) {

    /** All are known. */
    public static final VocabularySettings ALL = new VocabularySettings(Optional.empty(), 1);

    /** The most that can be known: their indices must be exact in single precision. */
    public static final int LARGEST = 1_000_000;

    /** Refuses a number out of range with an IllegalArgumentException. */
    public VocabularySettings {
        maximumSize.ifPresent(size -> SettingRange.requireBetween("Maximum vocabulary size", size, 1, LARGEST));
        SettingRange.requireBetween("Minimum count of a symbol", minimumCount, 1, Integer.MAX_VALUE);
    }
}
