package org.rnn4knime.engine.model;

/** How much each class counts in the loss. */
public enum ClassWeightType {

    /** All count the same. */
    NONE,

    /** Each class counts as much as any other, however rare it is: n / (classes * n of the class), as in scikit-learn. */
    BALANCED,

    /** As a column says. */
    COLUMN
}
