/**
 * The arithmetic of recurrent cells: one mechanism runs every cell through a sequence, one matrix product a time step. It knows
 * nothing of Deeplearning4j but the matrix product of its OpenBLAS.
 */
package org.rnn4knime.engine.network.kernel;
