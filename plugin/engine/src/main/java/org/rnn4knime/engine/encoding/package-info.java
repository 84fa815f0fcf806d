/**
 * From values in the user's units to the numbers that a network reads, and back. Whatever is fitted is fitted on the
 * training part only.
 */
package org.rnn4knime.engine.encoding;
