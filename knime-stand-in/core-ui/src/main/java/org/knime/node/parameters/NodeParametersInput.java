package org.knime.node.parameters;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What default values, choices and messages of a dialog may look at: the node's ports and what is known of them. */
public interface NodeParametersInput {

    PortType[] getInPortTypes();

    PortType[] getOutPortTypes();

    /** One entry a port, null where nothing is connected or nothing is known yet. */
    PortObjectSpec[] getInPortSpecs();

    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** Fails with a ClassCastException where a port is no table. */
    DataTableSpec[] getInTableSpecs();

    Optional<DataTableSpec> getInTableSpec(int portIndex);

    PortObject[] getInPortObjects();

    Optional<PortObject> getInPortObject(int portIndex);

    /** Fails with a ClassCastException where a port is no table. */
    BufferedDataTable[] getInTables();

    Optional<BufferedDataTable> getInTable(int portIndex);
}
