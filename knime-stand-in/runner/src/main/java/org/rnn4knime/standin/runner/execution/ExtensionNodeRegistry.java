package org.rnn4knime.standin.runner.execution;

import java.util.Arrays;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;
import org.rnn4knime.standin.runner.workflow.SavedNode;

/** The nodes that the plugin.xml files of the installed bundles register. */
public final class ExtensionNodeRegistry implements NodeRegistry {

    private static final String POINT = "org.knime.workbench.repository.nodes";

    private static final String FACTORY = "factory-class";

    @Override
    public NodeFactory<NodeModel> factory(final SavedNode node) throws RunRefusedException {
        final var registered = Arrays.stream(RegistryFactory.getRegistry().getConfigurationElementsFor(POINT))
                .filter(element -> node.factory().equals(element.getAttribute(FACTORY)))
                .findFirst()
                .orElseThrow(
                        () -> new RunRefusedException("The node " + node + " is not installed: no bundle registers "
                                + node.factory() + ". Install its extension, or run the workflow in KNIME."));
        return create(node, registered);
    }

    private static NodeFactory<NodeModel> create(final SavedNode node, final IConfigurationElement registered)
            throws RunRefusedException {
        try {
            // Nothing but the class name is known of the factory, so its type parameter can only be believed.
            @SuppressWarnings("unchecked")
            final var factory = (NodeFactory<NodeModel>) registered.createExecutableExtension(FACTORY);
            return factory;
        } catch (final CoreException exception) {
            throw new RunRefusedException(
                    "The node " + node + " cannot be made: " + exception.getMessage() + ".", exception);
        }
    }
}
