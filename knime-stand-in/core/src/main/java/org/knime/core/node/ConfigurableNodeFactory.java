package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;
import org.rnn4knime.standin.core.ports.AddedPorts;
import org.rnn4knime.standin.core.ports.FixedPorts;
import org.rnn4knime.standin.core.ports.PortGroups;

/** Makes nodes whose ports may differ from node to node. */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    protected ConfigurableNodeFactory() {}

    protected ConfigurableNodeFactory(final boolean lazyInitialization) {
        super(lazyInitialization);
    }

    /** The ports, empty when they never differ. */
    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration configuration);

    protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration configuration);

    /** What a new node is created with, to be changed before it is created. */
    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(
                createPortsConfigBuilder().map(PortsConfigurationBuilder::build).orElse(null));
    }

    @Override
    public T createNodeModel() {
        return createNodeModel(createNodeCreationConfig());
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        return createNodeDialogPane(createNodeCreationConfig());
    }

    /** Collects the groups of ports in their order. */
    protected static final class PortsConfigurationBuilder {

        private final Map<String, PortGroupConfiguration> m_groups = new LinkedHashMap<>();

        public PortsConfigurationBuilder() {}

        private void add(final String name, final PortGroupConfiguration group) {
            if (m_groups.putIfAbsent(name, group) != null) {
                throw new IllegalArgumentException("Two groups of ports are named \"" + name + "\"");
            }
        }

        public void addFixedInputPortGroup(final String name, final PortType... types) {
            add(name, new FixedPorts(types, new PortType[0]));
        }

        public void addFixedOutputPortGroup(final String name, final PortType... types) {
            add(name, new FixedPorts(new PortType[0], types));
        }

        /** An input that a new node does not have. */
        public void addOptionalInputPortGroup(final String name, final PortType... supported) {
            add(name, new AddedPorts(1, List.of(supported), List.of()));
        }

        /** An input that a new node has and that can be removed. */
        public void addOptionalInputPortGroupWithDefault(
                final String name, final PortType preset, final PortType... supported) {
            add(name, new AddedPorts(1, List.of(supported), List.of(preset)));
        }

        /** Any number of inputs. */
        public void addExtendableInputPortGroup(final String name, final PortType... supported) {
            add(name, new AddedPorts(Integer.MAX_VALUE, List.of(supported), List.of()));
        }

        private ModifiablePortsConfiguration build() {
            return new PortGroups(m_groups);
        }
    }
}
