/** Layers of Deeplearning4j, first of all the recurrent cells, computed by the fused arithmetic of the package kernel. */
package org.rnn4knime.engine.network.cell;
