/**
 * Networks of Deeplearning4j behind flat arrays: parameters, gradients, inputs and outputs go in and out as floats, and no
 * type of Deeplearning4j leaves the package.
 */
package org.rnn4knime.engine.network;
