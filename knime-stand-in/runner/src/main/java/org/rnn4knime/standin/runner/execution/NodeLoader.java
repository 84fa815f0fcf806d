package org.rnn4knime.standin.runner.execution;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;
import org.rnn4knime.standin.runner.workflow.SavedNode;

/** Makes the nodes of a workflow, with the ports that they were saved with. */
final class NodeLoader {

    private static final String CREATION_CONFIG = "node_creation_config";

    private final NodeRegistry registry;

    NodeLoader(final NodeRegistry registry) {
        this.registry = registry;
    }

    /**
     * A new node; its settings are not loaded yet.
     *
     * @throws RunRefusedException if it is not installed or was saved with ports that it cannot have
     */
    Node load(final SavedNode saved) throws RunRefusedException {
        final var factory = registry.factory(saved);
        try {
            final var node = create(saved, factory);
            node.setName(saved.name());
            return node;
        } catch (final InvalidSettingsException exception) {
            throw new RunRefusedException(
                    "The ports of " + saved + " cannot be restored: " + exception.getMessage() + ".", exception);
        }
    }

    private static Node create(final SavedNode saved, final NodeFactory<NodeModel> factory)
            throws InvalidSettingsException {
        if (!(factory instanceof ConfigurableNodeFactory<NodeModel> configurable)) {
            return new Node(factory);
        }
        final var configuration = configurable.createNodeCreationConfig();
        if (saved.settings().containsKey(CREATION_CONFIG)) {
            configuration.loadSettingsFrom(saved.settings().getNodeSettings(CREATION_CONFIG));
        }
        return new Node(factory, configuration);
    }
}
