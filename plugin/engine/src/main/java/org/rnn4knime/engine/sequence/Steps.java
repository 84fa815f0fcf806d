package org.rnn4knime.engine.sequence;

import java.util.Arrays;

/**
 * The time steps of all sequences, numbered one sequence after the other, and where they stand in the table.
 *
 * @param offsets the first step of each sequence, and behind the last one the number of all steps; not copied
 * @param places of each step: with one row a time step the row of the table, otherwise the place in the sequence's row, from 0 on;
 *     not copied
 * @param rows the table's row of each sequence; with one row a time step that of its last step; not copied
 */
public record Steps(int[] offsets, int[] places, int[] rows) {

    /** Refuses sizes that do not fit. */
    public Steps {
        if (offsets.length != rows.length + 1 || offsets[rows.length] != places.length) {
            throw new IllegalArgumentException(
                    offsets.length + " offsets, " + rows.length + " rows and " + places.length + " places");
        }
    }

    /** The number of sequences. */
    public int sequences() {
        return rows.length;
    }

    /** The number of steps of all sequences. */
    public int count() {
        return places.length;
    }

    /** The first step of a sequence. */
    public int from(final int sequence) {
        return offsets[sequence];
    }

    /** The step behind the last one of a sequence. */
    public int to(final int sequence) {
        return offsets[sequence + 1];
    }

    /** The number of steps of a sequence. */
    public int length(final int sequence) {
        return offsets[sequence + 1] - offsets[sequence];
    }

    /** The sequence of a step. */
    public int sequenceOf(final int step) {
        int found = Arrays.binarySearch(offsets, step);
        if (found < 0) {
            return -found - 2;
        }
        // An empty sequence begins where the next one does.
        while (offsets[found + 1] == step) {
            found++;
        }
        return found;
    }

    /** The most steps of a sequence. */
    public int longest() {
        int longest = 0;
        for (int sequence = 0; sequence < rows.length; sequence++) {
            longest = Math.max(longest, length(sequence));
        }
        return longest;
    }
}
