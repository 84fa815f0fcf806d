/**
 * KNIME's columns and cells to the engine's columns and back. The only package that touches cells: what another kind of
 * cell means to a network is decided here and nowhere else.
 */
package org.rnn4knime.nodes.table;
