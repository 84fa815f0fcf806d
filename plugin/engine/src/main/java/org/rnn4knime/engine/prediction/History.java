package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.Table;

/** What is continued: the sequences up to the last step with a target. */
final class History {

    private History() {}

    /** The sequences of a table; a warning counts the steps at the end that have no target and belong to the forecast. */
    static Sequences of(final Table table, final DataSettings data) {
        final var sequences = Sequences.of(table, data, Truth.MAY_END_EARLY);
        final var steps = sequences.steps();
        final var kept = IntStream.range(0, sequences.size())
                .flatMap(sequence ->
                        IntStream.range(0, sequences.knownLength(sequence)).map(step -> steps.from(sequence) + step))
                .toArray();
        return kept.length == steps.count() ? sequences : known(sequences, kept);
    }

    private static Sequences known(final Sequences sequences, final int[] kept) {
        final var steps = sequences.steps();
        final var offsets = new int[steps.offsets().length];
        final var rows = steps.rows().clone();
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            final var length = sequences.knownLength(sequence);
            offsets[sequence + 1] = offsets[sequence] + length;
            if (length > 0 && sequences.settings().layout() == SequenceLayout.ROWS) {
                rows[sequence] = steps.places()[steps.from(sequence) + length - 1];
            }
        }
        final var warnings = new ArrayList<>(sequences.warnings());
        final var count = steps.count() - kept.length;
        warnings.add((count == 1
                        ? "1 time step at the end of a sequence has"
                        : count + " time steps at the end of sequences have")
                + " no value in the target column: the forecast begins there.");
        return new Sequences(
                sequences.table(),
                sequences.settings(),
                new Steps(
                        offsets,
                        Arrays.stream(kept).map(step -> steps.places()[step]).toArray(),
                        rows),
                sequences.ids(),
                sequences.features().stream()
                        .map(feature -> feature.gathered(kept))
                        .toList(),
                sequences.target().map(target -> target.gathered(kept)),
                sequences.order(),
                warnings);
    }
}
