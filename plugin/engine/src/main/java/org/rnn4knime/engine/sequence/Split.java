package org.rnn4knime.engine.sequence;

import java.util.List;

/**
 * Each sequence in two parts, in time: first what is learned from, then what is held back.
 *
 * @param trainingLengths the number of training steps of each sequence
 */
public record Split(List<Integer> trainingLengths) {

    /** Copies the list. */
    public Split {
        trainingLengths = List.copyOf(trainingLengths);
    }

    /** Holds back the last fraction, of the steps of each sequence, rounded. */
    public static Split chronological(final Sequences sequences, final double validationFraction) {
        return new Split(sequences.all().stream()
                .map(sequence -> sequence.length() - (int) Math.round(sequence.length() * validationFraction))
                .toList());
    }

    /** The number of training steps of a sequence. */
    public int trainingLength(final int sequence) {
        return trainingLengths.get(sequence);
    }
}
