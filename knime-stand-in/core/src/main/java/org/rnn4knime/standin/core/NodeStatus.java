package org.rnn4knime.standin.core;

/** What a node has to say: its message (empty without one) and how serious it is. */
public record NodeStatus(Severity severity, String message) {

    /** How serious a message is; RESET takes back the one before. */
    public enum Severity {
        RESET,
        WARNING,
        ERROR
    }
}
