package org.rnn4knime.standin.runner.execution;

/** How far a node got. */
public enum NodeState {
    /** It was not run, because something before it was not executed. */
    IDLE,
    /** It is done. */
    EXECUTED,
    /** It could not be configured or executed. */
    FAILED,
    /** The user canceled it. */
    CANCELED
}
