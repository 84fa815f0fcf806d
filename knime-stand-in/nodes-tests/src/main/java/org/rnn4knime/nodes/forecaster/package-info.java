/** Tests of the node. */
package org.rnn4knime.nodes.forecaster;
