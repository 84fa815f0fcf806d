package org.rnn4knime.engine.encoding;

import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.Steps;

/** Between the values of a feature and what a network reads. */
public sealed interface FeatureEncoder permits NumberEncoder, NominalEncoder {

    /** The name of the column. */
    String column();

    /** How the network reads it. */
    InputKind kind();

    /** With {@code ONE_HOT} the number of known values, with {@code INDEX} the number of vectors; otherwise 1. */
    int width();

    /**
     * Encodes one value a step: a number or an index. The values of a sequence do not depend on other sequences.
     *
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if the column is of another kind than the one that was learned from
     */
    float[] encode(Column values, Steps steps);
}
