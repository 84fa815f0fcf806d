package org.rnn4knime.engine.sequence;

/** Which part of the table is held back from learning. */
public enum ValidationSplit {

    /** Stratified for one class a sequence, by sequence for texts and for other values of whole sequences, in time for all else. */
    AUTOMATIC,

    /** The last part of each sequence; where a sequence has one value, the last sequences of the table. */
    IN_TIME,

    /** Whole sequences, drawn at random. */
    BY_SEQUENCE,

    /** Whole sequences, drawn at random, the same share of each class. */
    STRATIFIED
}
