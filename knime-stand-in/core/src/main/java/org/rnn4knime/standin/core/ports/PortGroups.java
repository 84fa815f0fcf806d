package org.rnn4knime.standin.core.ports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** A node's ports: those of its groups in the order of the groups. */
public final class PortGroups implements ModifiablePortsConfiguration {

    private final Map<String, PortGroupConfiguration> groups;

    public PortGroups(final Map<String, PortGroupConfiguration> groups) {
        this.groups = new LinkedHashMap<>(groups);
    }

    @Override
    public List<String> getPortGroupNames() {
        return List.copyOf(groups.keySet());
    }

    @Override
    public PortGroupConfiguration getGroup(final String name) {
        return groups.get(name);
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        final var extendable = new LinkedHashMap<String, ExtendablePortGroup>();
        groups.forEach((name, group) -> {
            if (group instanceof ExtendablePortGroup ports) {
                extendable.put(name, ports);
            }
        });
        return extendable;
    }

    @Override
    public PortType[] getInputPorts() {
        return all(PortGroupConfiguration::getInputPorts);
    }

    @Override
    public PortType[] getOutputPorts() {
        return all(PortGroupConfiguration::getOutputPorts);
    }

    private PortType[] all(final Function<PortGroupConfiguration, PortType[]> ports) {
        return groups.values().stream().map(ports).flatMap(Stream::of).toArray(PortType[]::new);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(PortGroupConfiguration::getInputPorts);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(PortGroupConfiguration::getOutputPorts);
    }

    private Map<String, int[]> locations(final Function<PortGroupConfiguration, PortType[]> ports) {
        final var locations = new LinkedHashMap<String, int[]>();
        var next = 0;
        for (final var group : groups.entrySet()) {
            final var count = ports.apply(group.getValue()).length;
            if (count > 0) {
                locations.put(
                        group.getKey(), IntStream.range(next, next + count).toArray());
            }
            next += count;
        }
        return locations;
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        final var copies = new LinkedHashMap<String, PortGroupConfiguration>();
        groups.forEach((name, group) -> copies.put(name, group.copy()));
        return new PortGroups(copies);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        groups.forEach((name, group) -> group.saveSettingsTo(settings.addNodeSettings(name)));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var group : groups.entrySet()) {
            if (settings.containsKey(group.getKey())) {
                group.getValue().loadSettingsFrom(settings.getNodeSettings(group.getKey()));
            }
        }
    }

    @Override
    public String toString() {
        return groups.keySet() + ": " + Arrays.toString(getInputPorts()) + " to " + Arrays.toString(getOutputPorts());
    }
}
