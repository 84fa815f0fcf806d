package org.rnn4knime.engine.encoding;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * How values are encoded.
 *
 * @param normalization how numbers are scaled
 * @param targetTransform what is done before to a number that is predicted
 * @param vocabulary which nominal values and symbols are known
 * @param mostOneHot nominal values with up to so many different ones are read as one-hot vectors, those with more as embedded ones
 * @param embeddingSize the length of the vector that is learned for each embedded value
 */
public record EncodingSettings(
        Normalization normalization,
        TargetTransform targetTransform,
        VocabularySettings vocabulary,
        int mostOneHot,
        int embeddingSize) {

    /** The most values that can be read as one-hot vectors. */
    public static final int MOST_ONE_HOT = 10_000;

    /** The longest vector. */
    public static final int LONGEST_EMBEDDING = 4096;

    /** Refuses a number out of range with an IllegalArgumentException. */
    public EncodingSettings {
        Objects.requireNonNull(normalization);
        Objects.requireNonNull(targetTransform);
        Objects.requireNonNull(vocabulary);
        SettingRange.requireBetween("Embed nominal columns with more values than", mostOneHot, 0, MOST_ONE_HOT);
        SettingRange.requireBetween("Embedding size", embeddingSize, 1, LONGEST_EMBEDDING);
    }

    /** All values are known; up to 32 different ones are one-hot, more are embedded in 16 numbers. */
    public EncodingSettings(final Normalization normalization, final TargetTransform targetTransform) {
        this(normalization, targetTransform, VocabularySettings.ALL, 32, 16);
    }
}
