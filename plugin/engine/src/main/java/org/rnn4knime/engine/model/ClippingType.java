package org.rnn4knime.engine.model;

/** How a gradient that is too large is made smaller before a step. */
public enum ClippingType {

    /** Not at all. */
    NONE,

    /** Each value on its own is held between the negative and the positive threshold. */
    VALUE,

    /** The gradient of each layer on its own is shortened to the threshold. */
    LAYER_NORM,

    /** The gradient as a whole is shortened to the threshold (Pascanu et al. 2013, algorithm 1). */
    GLOBAL_NORM
}
