package org.rnn4knime.engine.sequence;

/** What is predicted. */
public enum Scope {

    /** The target column's next values, from its values before. */
    FUTURE
}
