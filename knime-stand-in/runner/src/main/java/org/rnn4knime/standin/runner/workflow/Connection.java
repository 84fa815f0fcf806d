package org.rnn4knime.standin.runner.workflow;

/**
 * A connection between two nodes. Ports count from 1; port 0 is that of the flow variables, which carries no data.
 *
 * @param source ID of the node that the data come from
 * @param sourcePort its output port
 * @param target ID of the node that gets them
 * @param targetPort its input port
 */
public record Connection(int source, int sourcePort, int target, int targetPort) {}
