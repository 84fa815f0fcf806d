package org.rnn4knime.engine.prediction;

/** Predictions, one a place. */
public sealed interface Results permits NumberResults, ClassResults {

    /** Whether a place has a prediction. */
    boolean has(int place);

    /** The number of places. */
    int size();
}
