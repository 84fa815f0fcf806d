package org.rnn4knime.engine.sequence;

import java.util.List;

/**
 * One time series.
 *
 * @param id its values in the sequence ID columns, as text
 * @param rows the table's row of each step, in order; not copied
 * @param target the target of each step, in order; not copied
 */
public record Sequence(List<String> id, int[] rows, double[] target) {

    /** Copies the list; refuses null and lengths that differ. */
    public Sequence {
        id = List.copyOf(id);
        if (rows.length != target.length) {
            throw new IllegalArgumentException(rows.length + " rows, but " + target.length + " targets");
        }
    }

    /** The number of steps. */
    public int length() {
        return target.length;
    }

    /** The number of steps up to the last that has a target. */
    public int knownLength() {
        int known = target.length;
        while (known > 0 && Double.isNaN(target[known - 1])) {
            known--;
        }
        return known;
    }

    /** The number of steps up to the first that has no target, which can still be predicted. */
    public int readableLength() {
        return Math.min(target.length, knownLength() + 1);
    }
}
