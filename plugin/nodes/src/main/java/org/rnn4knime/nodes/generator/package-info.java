/** The RNN Sequence Generator: its ports and words, its dialog with one class a section, what it does. */
package org.rnn4knime.nodes.generator;
