/** The trained model between nodes: the port object, what is known of it before it is trained, their files. */
package org.rnn4knime.nodes.port;
