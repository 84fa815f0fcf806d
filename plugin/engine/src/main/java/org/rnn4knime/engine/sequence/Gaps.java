package org.rnn4knime.engine.sequence;

import java.util.Arrays;
import java.util.Optional;

/** Finds rows that a regular series lacks. */
final class Gaps {

    private Gaps() {}

    /** One sentence that counts the missing rows, if there are any. */
    static Optional<String> warning(final Order order, final Steps steps, final Table table) {
        long missing = 0;
        int sequences = 0;
        int first = -1;
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            final var gap = order.gap(Arrays.copyOfRange(steps.places(), steps.from(sequence), steps.to(sequence)));
            if (gap.isPresent()) {
                missing += gap.get().missing();
                first = sequences == 0 ? gap.get().rowBefore() : first;
                sequences++;
            }
        }
        if (sequences == 0) {
            return Optional.empty();
        }
        return Optional.of((missing == 1 ? "A row is" : missing + " rows are")
                + " missing in the regular steps of the order column"
                + (sequences > 1 ? ", in " + sequences + " sequences" : "") + ", first behind the row \""
                + table.rowIds().get(first) + "\": add such rows if the steps matter.");
    }
}
