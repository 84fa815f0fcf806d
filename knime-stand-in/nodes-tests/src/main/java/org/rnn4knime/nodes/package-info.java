/** Tests of what all nodes have in common. */
package org.rnn4knime.nodes;
