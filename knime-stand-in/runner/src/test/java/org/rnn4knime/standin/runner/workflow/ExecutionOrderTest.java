package org.rnn4knime.standin.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;

class ExecutionOrderTest {

    private static List<SavedNode> nodes(final int... ids) {
        return IntStream.of(ids)
                .mapToObj(id -> new SavedNode(id, "Node", "f", new NodeSettings("settings.xml")))
                .toList();
    }

    private static Connection connect(final int source, final int target) {
        return new Connection(source, 1, target, 1);
    }

    private static List<Integer> order(final List<SavedNode> nodes, final Connection... connections)
            throws RunRefusedException {
        return ExecutionOrder.of(nodes, List.of(connections)).stream()
                .map(SavedNode::id)
                .toList();
    }

    @Test
    void putsEachNodeBehindItsSources() throws Exception {
        assertEquals(List.of(4, 2, 3, 1), order(nodes(1, 2, 3, 4), connect(3, 1), connect(2, 3), connect(4, 2)));
    }

    @Test
    void ordersByIdWhereNothingElseDecides() throws Exception {
        assertEquals(List.of(1, 2, 9), order(nodes(9, 2, 1)));
        assertEquals(List.of(), order(nodes()));
    }

    @Test
    void takesSeveralConnectionsOfTheSameNodes() throws Exception {
        assertEquals(List.of(2, 1), order(nodes(1, 2), connect(2, 1), new Connection(2, 2, 1, 2)));
    }

    @Test
    void refusesCirclesAndUnknownNodes() {
        assertTrue(assertThrows(RunRefusedException.class, () -> order(nodes(1, 2), connect(1, 2), connect(2, 1)))
                .getMessage()
                .contains("wait for each other"));
        assertThrows(RunRefusedException.class, () -> order(nodes(1), connect(7, 1)));
    }
}
