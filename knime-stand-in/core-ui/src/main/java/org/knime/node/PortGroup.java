package org.knime.node;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.port.PortType;

/**
 * A group of at most one port.
 *
 * @param isInput on which side of the node
 * @param id the key of the group in the saved workflow
 * @param name what the port is called
 * @param description what the port carries
 * @param isOptional whether the user adds the port
 * @param supportedTypes what the port can be; of a fixed port its one type
 * @param defaultType the type of the port in a new node, if it is there
 */
record PortGroup(
        boolean isInput,
        String id,
        String name,
        String description,
        boolean isOptional,
        List<PortType> supportedTypes,
        Optional<PortType> defaultType) {}
