/**
 * What a table means as time series: its columns, the order of its rows, the sequences that they form, the split into a
 * training and a validation part, and the windows that a network reads. Knows neither networks nor encodings.
 */
package org.rnn4knime.engine.sequence;
