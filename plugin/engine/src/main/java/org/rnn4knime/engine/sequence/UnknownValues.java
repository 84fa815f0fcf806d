package org.rnn4knime.engine.sequence;

/** What becomes of a prediction that would read a nominal value that the training part did not have. */
public enum UnknownValues {

    /** There is no prediction, and a warning counts them. */
    NO_PREDICTION,

    /** The value is read as the unknown one. */
    READ_AS_UNKNOWN
}
