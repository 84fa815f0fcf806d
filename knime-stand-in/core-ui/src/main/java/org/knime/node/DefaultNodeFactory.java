package org.knime.node;

import java.io.IOException;
import java.util.Optional;
import org.apache.xmlbeans.XmlException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.xml.sax.SAXException;

/** Makes a node out of its description. Subclasses have an empty constructor; their names stand in saved workflows. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel>
        implements NodeDialogFactory, NodeViewFactory<NodeModel> {

    private final DefaultNode m_node;

    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        m_node = node;
        super.init(); // The description needs the node, so it cannot be made in the constructor above.
    }

    @Override
    protected final NodeDescription createNodeDescription() throws SAXException, IOException, XmlException {
        return new DefaultNodeDescription(m_node);
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        if (m_node.ports().isEmpty()) {
            return Optional.empty();
        }
        final var builder = new PortsConfigurationBuilder();
        m_node.ports().forEach(group -> add(group, builder));
        return Optional.of(builder);
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        final var ports = creationConfig.getPortConfig();
        final var inPortTypes = ports.map(p -> p.getInputPorts()).orElseGet(() -> new PortType[0]);
        final var outPortTypes = ports.map(p -> p.getOutputPorts()).orElseGet(() -> new PortType[0]);
        if (m_node.model() instanceof final DefaultModel.Rearranging model) {
            return new RearrangingNodeModel(model, inPortTypes, outPortTypes);
        }
        return new StandardNodeModel((DefaultModel.Standard) m_node.model(), inPortTypes, outPortTypes);
    }

    @Override
    public boolean hasNodeDialog() {
        return m_node.model().parametersClass().isPresent()
                || m_node.view().flatMap(DefaultView::parametersClass).isPresent();
    }

    /** Fails: a dialog needs KNIME's front end. What one would show is answered by the stand-in's ParametersDialog. */
    @Override
    public final NodeDialog createNodeDialog() {
        throw new UnsupportedOperationException("The stand-in shows no dialogs.");
    }

    public final boolean hasNodeView() {
        return m_node.view().isPresent();
    }

    /**
     * @throws IllegalStateException if the node has no view, or a model that has no internal data
     */
    @Override
    public final NodeView createNodeView(final NodeModel nodeModel) {
        final var view = m_node.view().orElseThrow(() -> new IllegalStateException("The node has no view."));
        if (nodeModel instanceof final PortObjectHolder model) {
            return new DefaultNodeView(view, model);
        }
        throw new IllegalStateException("A node that rearranges columns has no internal data for a view.");
    }

    /** {@inheritDoc} The stand-in's nodes have no Swing dialogs. */
    @Override
    protected final boolean hasDialog() {
        return false;
    }

    /** Null, as KNIME wants it of a node without a Swing dialog. */
    @Override
    protected final NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return null;
    }

    @Override
    protected final int getNrNodeViews() {
        return hasNodeView() ? 1 : 0;
    }

    /** Null, as KNIME wants it of a node without a Swing view. */
    @Override
    public final org.knime.core.node.NodeView<NodeModel> createNodeView(
            final int viewIndex, final NodeModel nodeModel) {
        return null;
    }

    private static void add(final PortGroup group, final PortsConfigurationBuilder builder) {
        final var types = group.supportedTypes().toArray(PortType[]::new);
        if (!group.isOptional() && group.isInput()) {
            builder.addFixedInputPortGroup(group.id(), types);
        } else if (!group.isOptional()) {
            builder.addFixedOutputPortGroup(group.id(), types);
        } else if (!group.isInput()) {
            throw new UnsupportedOperationException("The stand-in has no optional outputs such as " + group.id() + ".");
        } else if (group.defaultType().isPresent()) {
            builder.addOptionalInputPortGroupWithDefault(
                    group.id(), group.defaultType().get(), types);
        } else {
            builder.addOptionalInputPortGroup(group.id(), types);
        }
    }
}
