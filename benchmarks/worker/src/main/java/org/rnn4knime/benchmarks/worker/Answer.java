package org.rnn4knime.benchmarks.worker;

/**
 * What a worker answers: one line of JSON.
 *
 * @param engine the name and version of its library
 * @param millis the time of a run
 * @param outputs of the network, if asked for
 * @param gradient of its parameters, if asked for
 */
public record Answer(String engine, double millis, float[] outputs, float[] gradient) {}
