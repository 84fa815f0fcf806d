package org.rnn4knime.engine.model;

/** How the learning rate changes while a network learns. */
public enum ScheduleType {

    /** It stays as it is. */
    CONSTANT,

    /** It is multiplied by a factor after each so many epochs. */
    STEP,

    /**
     * It rises in a straight line over the first epochs, the warm-up, and then falls along half a wave of the cosine to near 0 at the end
     * (Loshchilov and Hutter 2017, equation 5, without restarts).
     */
    COSINE,

    /** It is multiplied by a factor whenever the loss has not improved for so many epochs. */
    PLATEAU
}
