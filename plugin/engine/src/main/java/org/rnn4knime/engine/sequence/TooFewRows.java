package org.rnn4knime.engine.sequence;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What to say of sequences that are too short; steps count up to the first without a target, which can still be predicted.
 */
public final class TooFewRows {

    private TooFewRows() {}

    /**
     * No sequence is long enough.
     *
     * @param sequences all that there are
     * @param needed the steps that a sequence must have
     * @param purpose what for, as it ends a sentence
     * @param remedy the way out, as a sentence
     */
    public static UnusableDataException in(
            final Sequences sequences, final int needed, final String purpose, final String remedy) {
        final var longest = IntStream.range(0, sequences.size())
                .map(sequences::readableLength)
                .max()
                .orElse(0);
        final var unit = unit(sequences);
        return new UnusableDataException(
                (sequences.size() <= 1 ? "The table has " : "The longest of " + sequences.size() + " sequences has ")
                        + longest + " " + unit + (longest == 1 ? "" : "s") + upTo(sequences) + ", but " + needed
                        + (needed == 1 ? " is" : " are") + " needed " + purpose + ".",
                remedy);
    }

    /** One sentence that counts the sequences that are left out because they have fewer steps than needed, if any. */
    public static Optional<String> warning(final Sequences sequences, final int needed) {
        final var few = IntStream.range(0, sequences.size())
                .filter(sequence -> sequences.readableLength(sequence) < needed)
                .count();
        return few == 0
                ? Optional.empty()
                : Optional.of(few + " of " + sequences.size() + " sequences "
                        + (needed == 1
                                ? "have no " + unit(sequences)
                                : "have fewer than " + needed + " " + unit(sequences) + "s")
                        + upTo(sequences) + " and are left out.");
    }

    private static String unit(final Sequences sequences) {
        return sequences.settings().layout() == SequenceLayout.ROWS ? "row" : "time step";
    }

    /** Which of the steps count. */
    private static String upTo(final Sequences sequences) {
        final var complete =
                sequences.settings().missingValues() == MissingValues.SKIP ? " without missing values" : "";
        final var isComplete = IntStream.range(0, sequences.size())
                .allMatch(sequence ->
                        sequences.readableLength(sequence) == sequences.steps().length(sequence));
        return complete + (isComplete ? "" : " up to the first without a target");
    }
}
