package org.rnn4knime.engine.encoding;

import org.rnn4knime.engine.sequence.Column;

/** Between what is predicted in the user's units and what a network writes. */
public sealed interface TargetEncoder permits NumberTarget, ClassTarget {

    /** The name of the column. */
    String column();

    /** The steps at the beginning of a sequence that have no encoded value. */
    int firstStep();

    /** One encoded value each; NaN where there is nothing to learn. */
    float[] encode(Column values);
}
