package org.rnn4knime.engine.encoding;

/** How values are brought to the size that a network learns well with. */
public enum Normalization {

    /** Left as they are. */
    NONE,

    /** Mean 0 and standard deviation 1 over the training part. */
    Z_SCORE,

    /** From 0 to 1 over the training part; later values may lie outside. */
    MIN_MAX
}
