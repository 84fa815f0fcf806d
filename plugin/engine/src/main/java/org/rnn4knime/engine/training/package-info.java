/** Learns a model from a table: windows in shuffled batches, the optimizer, progress, cancelling and the record of it. */
package org.rnn4knime.engine.training;
