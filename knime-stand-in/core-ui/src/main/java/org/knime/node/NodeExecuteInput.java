package org.knime.node;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.parameters.NodeParameters;

/**
 * What is known when a node is executed.
 *
 * @param parameters the node's parameters, if it has any
 * @param inObjects one object an input port
 * @param outPortTypes one type an output port
 * @param context makes tables, takes progress and knows of a cancel
 */
record NodeExecuteInput(
        Optional<NodeParameters> parameters, PortObject[] inObjects, PortType[] outPortTypes, ExecutionContext context)
        implements ExecuteInput {

    @Override
    public <S extends NodeParameters> S getParameters() {
        return ParametersCast.of(parameters);
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return context;
    }

    @Override
    public PortObject[] getInPortObjects() {
        return inObjects;
    }

    /** The caller names the type; a wrong one fails where the caller uses it. */
    @Override
    @SuppressWarnings("unchecked")
    public <D extends PortObject> D getInPortObject(final int portIndex) {
        return (D) inObjects[portIndex];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(inObjects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return (BufferedDataTable) inObjects[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outPortTypes;
    }
}
