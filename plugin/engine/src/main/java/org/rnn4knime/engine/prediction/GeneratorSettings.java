package org.rnn4knime.engine.prediction;

import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * How texts are continued.
 *
 * @param temperature the probabilities to the power of 1 / temperature are drawn from: below 1 the probable symbols come up more often
 *     than they were learned, above 1 less often; at 0 the most probable one always does
 * @param topK so many of the most probable symbols can come up; empty for all
 * @param length the most symbols that are added to a text
 * @param stopSymbol ends a text, and belongs to it; empty where only the end that was learned does
 * @param seed any number; the same seed gives the same texts
 */
public record GeneratorSettings(
        double temperature, Optional<Integer> topK, int length, Optional<String> stopSymbol, long seed) {

    /** The highest temperature: with more, all symbols are about as probable. */
    public static final double HIGHEST = 10;

    /** The most symbols that can be added to a text. */
    public static final int LONGEST = 100_000;

    /** The most symbols that can be asked to choose from. */
    public static final int MOST_SYMBOLS = 1_000_000;

    /** Refuses values out of range with an IllegalArgumentException. */
    public GeneratorSettings {
        SettingRange.requireBetween("Temperature", temperature, 0, HIGHEST);
        topK.ifPresent(most -> SettingRange.requireBetween("Top k", most, 1, MOST_SYMBOLS));
        SettingRange.requireBetween("Length", length, 1, LONGEST);
        Objects.requireNonNull(stopSymbol);
    }
}
