/** Tests of the model's port. */
package org.rnn4knime.nodes.port;
