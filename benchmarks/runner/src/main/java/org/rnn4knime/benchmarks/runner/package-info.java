/** Starts the processes that are measured, lets them take turns, and writes down what came out. */
package org.rnn4knime.benchmarks.runner;
