package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;
import org.knime.core.node.port.PortType;

/** The ports of a node, without the ones for flow variables. */
public interface PortsConfiguration {

    List<String> getPortGroupNames();

    PortType[] getInputPorts();

    PortType[] getOutputPorts();

    /** The indices of each group's input ports, counted from 0; a group that has none is not there. */
    Map<String, int[]> getInputPortLocation();

    /** The indices of each group's output ports, counted from 0; a group that has none is not there. */
    Map<String, int[]> getOutputPortLocation();
}
