package org.rnn4knime.standin.core.ports;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** Ports that each node of a factory has; one of the two directions is empty. */
public record FixedPorts(PortType[] inputs, PortType[] outputs) implements PortGroupConfiguration {

    @Override
    public boolean definesInputPorts() {
        return inputs.length > 0;
    }

    @Override
    public boolean definesOutputPorts() {
        return outputs.length > 0;
    }

    @Override
    public PortType[] getInputPorts() {
        return inputs.clone();
    }

    @Override
    public PortType[] getOutputPorts() {
        return outputs.clone();
    }

    @Override
    public PortGroupConfiguration copy() {
        return this;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {}

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) {}
}
