/** The process that measures libtorch. */
package org.rnn4knime.benchmarks.libtorch;
