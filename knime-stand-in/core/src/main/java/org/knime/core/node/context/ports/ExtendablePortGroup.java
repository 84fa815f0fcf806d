package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group that ports can be added to: any number, or one where the port is optional. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {

    boolean canAddPort();

    void addPort(PortType type);

    boolean hasConfiguredPorts();

    PortType[] getConfiguredPorts();
}
