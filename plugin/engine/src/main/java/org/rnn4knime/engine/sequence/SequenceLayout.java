package org.rnn4knime.engine.sequence;

/** Where a time step lies in the table. */
public enum SequenceLayout {

    /** One row a time step; rows with the same values in the sequence ID columns form a sequence. */
    ROWS,

    /** One row a sequence, one column, or a group of columns, a time step. */
    COLUMNS,

    /** One row a sequence, whose values are list cells. */
    LISTS,

    /** One row a text, whose symbols are the time steps. */
    TEXT
}
