package org.rnn4knime.engine.sequence;

/** Where a time step lies in the table. */
public enum SequenceLayout {

    /** One row a time step; rows with the same values in the sequence ID columns form a sequence. */
    ROWS
}
