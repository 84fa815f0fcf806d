package org.rnn4knime.engine.sequence;

/**
 * What is missing between the rows of a series that would be regular without it.
 *
 * @param missing the number of rows that are missing, in all places together
 * @param rowBefore the table's row after which the first is missing
 */
public record Gap(long missing, int rowBefore) {}
