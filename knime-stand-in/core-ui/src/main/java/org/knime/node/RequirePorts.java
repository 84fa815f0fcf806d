package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/** The stage that asks for the ports. */
public interface RequirePorts {

    /** Ports that are always there. The name of each is also the identifier of its group in the saved workflow. */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPortsAdder(groups)));
    }

    /** Groups of ports, of which a user can add the optional ones. */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports that are always there. */
    interface PortsAdder {

        PortsAdder addInputPort(String name, String description, PortType portType);

        PortsAdder addOutputPort(String name, String description, PortType portType);

        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds groups of ports. */
    interface DynamicPortsAdder {

        /**
         * @param groupId the key of the group in the saved workflow
         */
        DynamicPortsAdder addInputPortGroup(
                String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * @param groupId the key of the group in the saved workflow
         */
        DynamicPortsAdder addOutputPortGroup(
                String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** The stage that asks for the name of a group. */
    interface RequirePortName {

        RequirePortDescription name(String name);
    }

    /** The stage that asks for the description of a group. */
    interface RequirePortDescription {

        RequireConfigurablePortMode description(String description);
    }

    /** The stage that asks when the ports of a group are there. */
    interface RequireConfigurablePortMode {

        /** One port, always. */
        FinalConfigurablePort fixed(PortType portType);

        /** One port, once the user has added it. */
        RequireSupportedTypes<OptionalConfigurablePort> optional();
    }

    /** The stage that asks what an added port can be. */
    interface RequireSupportedTypes<T> {

        T supportedTypes(PortType... portTypes);
    }

    /** A group that is fully described. */
    sealed interface ConfigurablePort permits FinalConfigurablePort, OptionalConfigurablePort {

        /** A group about which nothing more can be said. */
        final class FinalConfigurablePort implements ConfigurablePort {}

        /** A group whose port the user adds. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /** Makes the port be there in a new node. */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }
    }
}
