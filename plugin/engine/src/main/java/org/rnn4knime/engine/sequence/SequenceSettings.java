package org.rnn4knime.engine.sequence;

import java.util.Objects;
import java.util.Optional;

/**
 * How windows are cut out of sequences.
 *
 * @param sequenceLength the number of time steps that the network reads for one prediction, where windows slide; differences of
 *     the target take more rows
 * @param stride the steps from one window that is learned from to the next; empty for what suits the target
 * @param maximumLength the most steps that are read of a sequence, where sequences are read whole
 * @param beyondMaximum what becomes of longer ones
 * @param forecastMode how a forecast goes on beyond the next value
 * @param horizon the steps ahead that a direct forecast learns, and up to which the errors of forecasts are measured
 */
public record SequenceSettings(
        int sequenceLength,
        Optional<Integer> stride,
        Optional<Integer> maximumLength,
        BeyondMaximum beyondMaximum,
        ForecastMode forecastMode,
        int horizon) {

    /** The longest window. */
    public static final int LONGEST = 10_000;

    /** The longest sequence that is read whole. */
    public static final int LONGEST_WHOLE = 1_000_000;

    /** The farthest horizon that a network learns. */
    public static final int FARTHEST = 1_000;

    /** Refuses a number out of range with an IllegalArgumentException. */
    public SequenceSettings {
        SettingRange.requireBetween("Sequence length (time steps)", sequenceLength, 1, LONGEST);
        stride.ifPresent(steps -> SettingRange.requireBetween("Stride", steps, 1, LONGEST));
        maximumLength.ifPresent(length -> SettingRange.requireBetween("Maximum length", length, 1, LONGEST_WHOLE));
        Objects.requireNonNull(beyondMaximum);
        Objects.requireNonNull(forecastMode);
        SettingRange.requireBetween("Horizon", horizon, 1, FARTHEST);
    }

    /** Windows of a length, and sequences of any length; forecasts go on step by step. */
    public SequenceSettings(final int sequenceLength) {
        this(sequenceLength, Optional.empty(), Optional.empty(), BeyondMaximum.KEEP_END, ForecastMode.RECURSIVE, 12);
    }

    /** The values that a network writes for a forecast. */
    public int outputs() {
        return forecastMode == ForecastMode.DIRECT ? horizon : 1;
    }
}
