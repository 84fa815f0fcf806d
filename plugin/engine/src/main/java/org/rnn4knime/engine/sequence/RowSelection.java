package org.rnn4knime.engine.sequence;

/** Rows chosen out of a column. */
final class RowSelection {

    private RowSelection() {}

    /** Whether these are all rows of a column of this size, as they stand. */
    static boolean isEverything(final int[] rows, final int size) {
        if (rows.length != size) {
            return false;
        }
        for (int row = 0; row < size; row++) {
            if (rows[row] != row) {
                return false;
            }
        }
        return true;
    }
}
