package org.knime.node;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.parameters.NodeParameters;

/**
 * What is known when a node is configured.
 *
 * @param parameters the node's parameters, if it has any
 * @param inSpecs one spec an input port
 * @param outPortTypes one type an output port
 */
record NodeConfigureInput(Optional<NodeParameters> parameters, PortObjectSpec[] inSpecs, PortType[] outPortTypes)
        implements ConfigureInput {

    @Override
    public <S extends NodeParameters> S getParameters() {
        return ParametersCast.of(parameters);
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return inSpecs;
    }

    /** The caller names the type; a wrong one fails where the caller uses it. */
    @Override
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> S getInPortSpec(final int index) {
        return (S) inSpecs[index];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return (DataTableSpec) inSpecs[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outPortTypes;
    }
}
