package org.rnn4knime.standin.runner.workflow;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A workflow as it was saved.
 *
 * @param nodes its nodes, in the order in which they can be executed
 * @param connections the connections between them
 */
public record SavedWorkflow(List<SavedNode> nodes, List<Connection> connections) {

    /**
     * The node with an ID.
     *
     * @throws RunRefusedException if there is none; names those that exist
     */
    public SavedNode node(final int id) throws RunRefusedException {
        return nodes.stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow(() -> new RunRefusedException("The workflow has no node " + id + ". It has: "
                        + nodes.stream().map(SavedNode::toString).collect(Collectors.joining(", ")) + "."));
    }

    /** The connections that end in a node. */
    public List<Connection> inputsOf(final SavedNode node) {
        return connections.stream()
                .filter(connection -> connection.target() == node.id())
                .toList();
    }
}
