package org.rnn4knime.engine.sequence;

import java.util.Optional;

/** A named column of a table, one value a row. */
public sealed interface Column permits NumberColumn, TextColumn, TimeColumn, ListColumn {

    /** The column's name, unique in its table. */
    String name();

    /** The number of rows. */
    int size();

    /** Whether a row has no value. */
    boolean isMissing(int row);

    /** The value of a row as a user would write it; empty where it is missing. */
    Optional<String> text(int row);

    /**
     * The values of these rows, in this order; a row may come more than once.
     *
     * @return this column itself if these are all its rows as they stand
     */
    Column gathered(int[] rows);
}
