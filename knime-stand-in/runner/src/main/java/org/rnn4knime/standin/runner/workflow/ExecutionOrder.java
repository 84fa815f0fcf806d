package org.rnn4knime.standin.runner.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Puts nodes in an order in which each comes after those that it gets data from; ties by ID. */
final class ExecutionOrder {

    private ExecutionOrder() {}

    /**
     * Orders nodes.
     *
     * @throws RunRefusedException if they form a circle, or a connection names a node that does not exist
     */
    static List<SavedNode> of(final List<SavedNode> nodes, final List<Connection> connections)
            throws RunRefusedException {
        final var waiting = new ArrayList<>(nodes);
        waiting.sort(Comparator.comparingInt(SavedNode::id));
        final var ordered = new ArrayList<SavedNode>();
        final var done = new HashSet<Integer>();
        while (!waiting.isEmpty()) {
            final var next = waiting.stream()
                    .filter(node -> connections.stream()
                            .filter(connection -> connection.target() == node.id())
                            .allMatch(connection -> done.contains(connection.source())))
                    .findFirst()
                    .orElseThrow(() -> new RunRefusedException(
                            "The nodes " + waiting + " wait for each other or for a node that does not exist."
                                    + " Loops can only be run in KNIME."));
            waiting.remove(next);
            ordered.add(next);
            done.add(next.id());
        }
        return List.copyOf(ordered);
    }
}
