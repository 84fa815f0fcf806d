/** Applies a model: predictions beside the rows of a table, forecasts beyond its last row, and their errors. */
package org.rnn4knime.engine.prediction;
