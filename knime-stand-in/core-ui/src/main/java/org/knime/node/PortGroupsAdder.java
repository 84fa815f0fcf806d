package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the groups that a node describes. */
final class PortGroupsAdder implements DynamicPortsAdder {

    private final List<PortGroup> m_groups = new ArrayList<>();

    private PortGroupsAdder() {}

    static List<PortGroup> collect(final Consumer<DynamicPortsAdder> ports) {
        final var adder = new PortGroupsAdder();
        ports.accept(adder);
        return List.copyOf(adder.m_groups);
    }

    @Override
    public DynamicPortsAdder addInputPortGroup(
            final String groupId, final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        return add(true, groupId, groupConfiguration);
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(
            final String groupId, final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        return add(false, groupId, groupConfiguration);
    }

    private DynamicPortsAdder add(
            final boolean isInput,
            final String groupId,
            final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> new Mode(isInput, groupId, name, description));
        return this;
    }

    /** Adds the group as soon as it is described, since a group may end with any of its stages. */
    private final class Mode implements RequireConfigurablePortMode {

        private final boolean m_isInput;

        private final String m_id;

        private final String m_name;

        private final String m_description;

        Mode(final boolean isInput, final String id, final String name, final String description) {
            m_isInput = isInput;
            m_id = id;
            m_name = name;
            m_description = description;
        }

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            m_groups.add(group(false, List.of(portType), Optional.of(portType)));
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<OptionalConfigurablePort> optional() {
            return portTypes -> {
                final var index = m_groups.size();
                m_groups.add(group(true, List.of(portTypes), Optional.empty()));
                return defaultType -> {
                    m_groups.set(index, group(true, List.of(portTypes), Optional.of(defaultType)));
                    return new FinalConfigurablePort();
                };
            };
        }

        private PortGroup group(
                final boolean isOptional, final List<PortType> types, final Optional<PortType> defaultType) {
            return new PortGroup(m_isInput, m_id, m_name, m_description, isOptional, types, defaultType);
        }
    }
}
