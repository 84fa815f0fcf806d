package org.rnn4knime.engine.prediction;

import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;

/**
 * The places of predictions.
 *
 * @param kind what has a place
 * @param offsets with {@code LIST_ELEMENTS} the first place of each row of the table, and behind the last one the number of places;
 *     otherwise 0 and the number of places; not copied
 */
public record Slots(Kind kind, int[] offsets) {

    /** What has a place. */
    public enum Kind {

        /** Each row of the table. */
        ROWS,

        /** Each sequence, in the order in which the table names them. */
        SEQUENCES,

        /** Each time step of each row. */
        LIST_ELEMENTS;

        /** What has a place where columns are read and predicted like this. */
        public static Kind of(final DataSettings data) {
            if (!data.isTargetPerStep()) {
                return SEQUENCES;
            }
            return data.layout() == SequenceLayout.ROWS ? ROWS : LIST_ELEMENTS;
        }
    }

    static Slots of(final Sequences sequences) {
        final var kind = Kind.of(sequences.settings());
        final var rows = sequences.table().size();
        if (kind != Kind.LIST_ELEMENTS) {
            return new Slots(kind, new int[] {0, kind == Kind.ROWS ? rows : sequences.size()});
        }
        final var offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = offsets[row] + length(sequences, row);
        }
        return new Slots(kind, offsets);
    }

    /** The time steps of a row, also those that were left out; a text without its boundary. */
    private static int length(final Sequences sequences, final int row) {
        final var data = sequences.settings();
        return switch (data.layout()) {
            case COLUMNS -> data.featureColumns().size() / data.featuresPerStep();
            case TEXT -> Math.max(0, sequences.steps().length(row) - 2);
            case LISTS -> ((ListColumn) sequences
                            .table()
                            .column(
                                    data.predict() == Scope.FUTURE
                                            ? data.targetColumn()
                                            : data.featureColumns().get(0)))
                    .length(row);
            case ROWS -> throw new IllegalStateException("one place a row");
        };
    }

    /** The number of places. */
    public int size() {
        return offsets[offsets.length - 1];
    }

    /** The place of a step; -1 if it has none, as the boundary of a text. */
    int of(final Sequences sequences, final int sequence, final int step) {
        final var place = sequences.steps().places()[step];
        if (kind == Kind.ROWS) {
            return place;
        }
        if (kind == Kind.SEQUENCES) {
            return sequence;
        }
        final var row = sequences.steps().rows()[sequence];
        return place < 0 || offsets[row] + place >= offsets[row + 1] ? -1 : offsets[row] + place;
    }

    /** All places. */
    IntStream stream() {
        return IntStream.range(0, size());
    }
}
