package org.rnn4knime.engine.sequence;

import java.util.Optional;

/**
 * What to say of sequences that are too short; rows count up to the first without a target, which can still be predicted.
 */
public final class TooFewRows {

    private TooFewRows() {}

    /**
     * No sequence is long enough.
     *
     * @param sequences all that there are
     * @param needed the rows that a sequence must have
     * @param purpose what for, as it ends a sentence
     * @param remedy the way out, as a sentence
     */
    public static UnusableDataException in(
            final Sequences sequences, final int needed, final String purpose, final String remedy) {
        final var longest = sequences.longest();
        return new UnusableDataException(
                (sequences.size() <= 1 ? "The table has " : "The longest of " + sequences.size() + " sequences has ")
                        + longest + (longest == 1 ? " row" : " rows") + upTo(sequences) + ", but " + needed
                        + (needed == 1 ? " is" : " are") + " needed " + purpose + ".",
                remedy);
    }

    /** One sentence that counts the sequences that are left out because they have fewer rows than needed, if any. */
    public static Optional<String> warning(final Sequences sequences, final int needed) {
        final var few = sequences.all().stream()
                .filter(sequence -> sequence.readableLength() < needed)
                .count();
        return few == 0
                ? Optional.empty()
                : Optional.of(few + " of " + sequences.size() + " sequences have fewer than " + needed + " rows"
                        + upTo(sequences) + " and are left out.");
    }

    private static String upTo(final Sequences sequences) {
        final var isComplete =
                sequences.all().stream().allMatch(sequence -> sequence.readableLength() == sequence.length());
        return isComplete ? "" : " up to the first without a target";
    }
}
