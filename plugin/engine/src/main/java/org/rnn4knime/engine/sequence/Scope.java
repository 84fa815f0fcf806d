package org.rnn4knime.engine.sequence;

/** What is predicted. */
public enum Scope {

    /** One value a sequence. */
    SEQUENCE,

    /** One value a time step. */
    STEP,

    /** The target's next values, from its values before. */
    FUTURE
}
