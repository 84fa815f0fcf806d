package org.knime.core.node.context;

import java.util.Optional;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;

/** What a node is created with: its ports, as far as they may differ between nodes of one factory. */
public class NodeCreationConfiguration {

    private final Optional<ModifiablePortsConfiguration> m_ports;

    /** The ports may be null: then they never differ. */
    protected NodeCreationConfiguration(final ModifiablePortsConfiguration ports) {
        m_ports = Optional.ofNullable(ports);
    }

    protected Optional<ModifiablePortsConfiguration> getModifiablePortConfig() {
        return m_ports;
    }

    public Optional<? extends PortsConfiguration> getPortConfig() {
        return m_ports;
    }
}
