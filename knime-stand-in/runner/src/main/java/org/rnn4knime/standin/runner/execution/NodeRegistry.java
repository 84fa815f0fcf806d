package org.rnn4knime.standin.runner.execution;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;
import org.rnn4knime.standin.runner.workflow.SavedNode;

/** Where nodes come from. */
@FunctionalInterface
public interface NodeRegistry {

    /**
     * A new factory of a node.
     *
     * @throws RunRefusedException if no bundle has registered the node, or its factory fails
     */
    NodeFactory<NodeModel> factory(SavedNode node) throws RunRefusedException;
}
