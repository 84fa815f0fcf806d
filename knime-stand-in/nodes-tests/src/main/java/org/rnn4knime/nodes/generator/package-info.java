/** Tests of the RNN Sequence Generator. */
package org.rnn4knime.nodes.generator;
