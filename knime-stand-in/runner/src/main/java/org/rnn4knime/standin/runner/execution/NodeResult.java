package org.rnn4knime.standin.runner.execution;

import org.rnn4knime.standin.runner.workflow.SavedNode;

/**
 * How a node's run went.
 *
 * @param id the node's ID
 * @param name its name
 * @param state how far it got
 * @param message what it had to say; empty if nothing
 * @param seconds how long it took
 */
public record NodeResult(int id, String name, NodeState state, String message, double seconds) {

    /** A node that has not been run. */
    static NodeResult idle(final SavedNode node, final String message) {
        return new NodeResult(node.id(), node.name(), NodeState.IDLE, message, 0);
    }

    /** A node that has been run. */
    static NodeResult of(final SavedNode node, final NodeState state, final String message, final double seconds) {
        return new NodeResult(node.id(), node.name(), state, message, seconds);
    }
}
