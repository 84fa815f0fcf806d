package org.rnn4knime.standin.core.ports;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.port.PortType;

/** Input ports that a user adds, up to a limit; saved as "port_0", "port_1" … */
public final class AddedPorts implements ExtendablePortGroup {

    private static final String PORT = "port_";

    private final int limit;
    private final List<PortType> supported;
    private final List<PortType> ports;

    /**
     * @param limit the most ports that can be added: 1 for an optional port
     * @param supported the types that can be added
     * @param ports the ports that a new node has
     */
    public AddedPorts(final int limit, final List<PortType> supported, final List<PortType> ports) {
        this.limit = limit;
        this.supported = List.copyOf(supported);
        this.ports = new ArrayList<>(ports);
    }

    @Override
    public boolean definesInputPorts() {
        return true;
    }

    @Override
    public boolean definesOutputPorts() {
        return false;
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return supported.toArray(PortType[]::new);
    }

    @Override
    public PortType[] getInputPorts() {
        return getConfiguredPorts();
    }

    @Override
    public PortType[] getOutputPorts() {
        return new PortType[0];
    }

    @Override
    public boolean canAddPort() {
        return ports.size() < limit;
    }

    @Override
    public void addPort(final PortType type) {
        if (!canAddPort()) {
            throw new IllegalArgumentException("A group of ports takes at most " + limit + " of them");
        }
        if (!supported.contains(type)) {
            throw new IllegalArgumentException("A group of ports takes no port of type " + type);
        }
        ports.add(type);
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !ports.isEmpty();
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return ports.toArray(PortType[]::new);
    }

    @Override
    public AddedPorts copy() {
        return new AddedPorts(limit, supported, ports);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        for (var i = 0; i < ports.size(); i++) {
            ports.get(i).save(settings.addNodeSettings(PORT + i));
        }
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        ports.clear();
        for (var i = 0; settings.containsKey(PORT + i); i++) {
            final var type = PortType.load(settings.getNodeSettings(PORT + i));
            try {
                addPort(type);
            } catch (final IllegalArgumentException problem) {
                throw new InvalidSettingsException(problem.getMessage(), problem);
            }
        }
    }
}
