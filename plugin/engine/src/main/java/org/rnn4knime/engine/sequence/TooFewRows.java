package org.rnn4knime.engine.sequence;

import java.util.Optional;

/** What to say of sequences that are too short. */
public final class TooFewRows {

    private TooFewRows() {}

    /**
     * No sequence is long enough.
     *
     * @param sequences all that there are
     * @param needed the rows that a sequence must have
     * @param purpose what for, as it ends a sentence
     */
    public static UnusableDataException in(final Sequences sequences, final int needed, final String purpose) {
        final var longest = sequences.longest();
        final var problem = sequences.size() <= 1
                ? "The table has " + longest + " rows, but " + needed + " are needed " + purpose + "."
                : "The longest of " + sequences.size() + " sequences has " + longest + " rows, but " + needed
                        + " are needed " + purpose + ".";
        return new UnusableDataException(problem, "Lower the sequence length, or give more rows.");
    }

    /** One sentence that counts the sequences that are left out because they have fewer rows than needed, if any. */
    public static Optional<String> warning(final Sequences sequences, final int needed) {
        final var few = sequences.all().stream()
                .filter(sequence -> sequence.length() < needed)
                .count();
        return few == 0
                ? Optional.empty()
                : Optional.of(few + " of " + sequences.size() + " sequences have fewer than " + needed
                        + " rows and are left out.");
    }
}
