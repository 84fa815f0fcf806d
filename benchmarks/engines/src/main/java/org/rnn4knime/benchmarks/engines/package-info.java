/** The processes that measure what runs on Deeplearning4j's libraries: our engine, Deeplearning4j itself, and OpenBLAS. */
package org.rnn4knime.benchmarks.engines;
