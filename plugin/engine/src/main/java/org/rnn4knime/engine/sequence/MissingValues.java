package org.rnn4knime.engine.sequence;

/** What becomes of a time step where a value that the network reads is missing. */
public enum MissingValues {

    /** Nothing is computed: the user is told where the value is missing. */
    FAIL,

    /** The step is left out, or the sequence, where all of its steps are missing. */
    SKIP,

    /** The last known value of the sequence takes its place; before the first, the mean does. */
    LAST,

    /** The mean of the training part takes its place, or its most frequent value. */
    MEAN
}
