package org.rnn4knime.engine.sequence;

import java.util.Optional;

/** A named column of a table, one value a row. */
public sealed interface Column permits NumberColumn, TextColumn, TimeColumn {

    /** The column's name, unique in its table. */
    String name();

    /** The number of rows. */
    int size();

    /** The value of a row as a user would write it; empty where it is missing. */
    Optional<String> text(int row);
}
