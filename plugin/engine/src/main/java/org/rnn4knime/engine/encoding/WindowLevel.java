package org.rnn4knime.engine.encoding;

/** What is taken off all values of a window of the target, so that the network sees how they move and not where they are. */
public enum WindowLevel {

    /** Nothing. */
    NONE,

    /** The window's last value. */
    LAST,

    /** The mean of the window. */
    MEAN
}
