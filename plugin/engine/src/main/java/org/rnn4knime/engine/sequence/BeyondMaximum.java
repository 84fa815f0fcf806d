package org.rnn4knime.engine.sequence;

/** What becomes of a sequence that is longer than the maximum length. */
public enum BeyondMaximum {

    /** Its last steps are read. */
    KEEP_END,

    /** Its first steps are read. */
    KEEP_START,

    /** It is read piece by piece. */
    SPLIT
}
