/** The RNN Model Inspector: its ports and words, and how it tells what a model consists of and how it came about. */
package org.rnn4knime.nodes.inspector;
