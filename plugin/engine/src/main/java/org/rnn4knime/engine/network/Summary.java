package org.rnn4knime.engine.network;

/** What becomes of the values of all steps where a network writes one value a sequence. */
public enum Summary {

    /** The last step; of a layer that reads backward, the first, where it ends. */
    LAST,

    /** The mean of all steps. */
    MEAN,

    /** The largest value over all steps, each feature on its own. */
    MAX,

    /** A weighted mean whose weights are learned (Yang et al. 2016, Hierarchical Attention Networks, equations 5 to 7). */
    ATTENTION
}
