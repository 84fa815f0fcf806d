package org.rnn4knime.engine.sequence;

/**
 * How windows are cut out of a sequence.
 *
 * @param sequenceLength the number of time steps that the network reads for one prediction; a difference of the target
 *     takes one row more
 */
public record SequenceSettings(int sequenceLength) {

    /** The longest window. */
    public static final int LONGEST = 10_000;

    /** Refuses a length out of range with an IllegalArgumentException. */
    public SequenceSettings {
        SettingRange.requireBetween("Sequence length (time steps)", sequenceLength, 1, LONGEST);
    }
}
