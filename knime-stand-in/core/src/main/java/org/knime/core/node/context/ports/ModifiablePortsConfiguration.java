package org.knime.core.node.context.ports;

import java.util.Map;
import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** The ports of a node that is yet to be created. */
public interface ModifiablePortsConfiguration
        extends PortsConfiguration, DeepCopy<ModifiablePortsConfiguration>, NodeSettingsPersistable {

    /** The group of this name, null without one. */
    PortGroupConfiguration getGroup(String name);

    /** The groups that ports can be added to. */
    Map<String, ExtendablePortGroup> getExtendablePorts();
}
