package org.rnn4knime.benchmarks.worker;

/** What a network does while it is measured. */
public enum Phase {

    /** A step of training: forward, backward, and a step of Adam. */
    TRAINING,

    /** The forward pass alone. */
    INFERENCE
}
