/** The recurrent cells as layers of Deeplearning4j, computed by the fused arithmetic of the package kernel. */
package org.rnn4knime.engine.network.cell;
