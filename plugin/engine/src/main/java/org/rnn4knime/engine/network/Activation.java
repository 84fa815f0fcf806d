package org.rnn4knime.engine.network;

/** The activation of the hidden units of Elman's and Jordan's network; LSTM and GRU have their own. */
public enum Activation {

    /** Hyperbolic tangent. */
    TANH,

    /** Logistic function. */
    SIGMOID,

    /** Zero below zero, the value itself above: states can grow without bound. */
    RELU
}
