/** Tests of the RNN Model Inspector. */
package org.rnn4knime.nodes.inspector;
