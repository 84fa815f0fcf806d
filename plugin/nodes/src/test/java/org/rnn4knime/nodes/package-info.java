/** Tests of the shape of the nodes' code. */
package org.rnn4knime.nodes;
