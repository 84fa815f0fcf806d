/** The engine at work on behalf of a node: progress, cancelling and failures in the words and the types of KNIME. */
package org.rnn4knime.nodes.run;
