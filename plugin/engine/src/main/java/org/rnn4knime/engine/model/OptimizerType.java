package org.rnn4knime.engine.model;

/** The rule by which the parameters follow their gradient. */
public enum OptimizerType {

    /** Adam (Kingma and Ba 2015). */
    ADAM,

    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW,

    /** RMSProp (Tieleman and Hinton 2012). */
    RMSPROP,

    /** Stochastic gradient descent, with momentum or without. */
    SGD
}
