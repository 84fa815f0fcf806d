package org.rnn4knime.engine.encoding;

/** How a network reads a feature. */
public enum InputKind {

    /** A number as it is. */
    NUMBER,

    /** A vector that has 1 in the place of the index, counted from 1 on; an unknown value gives zeros. */
    ONE_HOT,

    /** An index from 0 on, replaced by a vector that is learned for each. */
    INDEX
}
