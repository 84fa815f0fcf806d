package org.rnn4knime.engine.prediction;

/**
 * Where a forecast begins.
 *
 * @param sequence that is continued
 * @param end the step behind the last one that is known, counted over all sequences
 */
record Origin(int sequence, int end) {}
