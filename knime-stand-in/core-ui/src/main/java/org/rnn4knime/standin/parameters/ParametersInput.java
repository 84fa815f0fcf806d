package org.rnn4knime.standin.parameters;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** A node's ports with the specs that are known and without data, as they are when a node is configured. */
public final class ParametersInput implements NodeParametersInput {

    private final PortType[] inPortTypes;

    private final PortType[] outPortTypes;

    private final PortObjectSpec[] inPortSpecs;

    /**
     * @param inPortTypes one type an input port
     * @param outPortTypes one type an output port
     * @param inPortSpecs one spec an input port, null where it is unknown
     */
    public ParametersInput(
            final PortType[] inPortTypes, final PortType[] outPortTypes, final PortObjectSpec[] inPortSpecs) {
        this.inPortTypes = inPortTypes.clone();
        this.outPortTypes = outPortTypes.clone();
        this.inPortSpecs = inPortSpecs.clone();
    }

    @Override
    public PortType[] getInPortTypes() {
        return inPortTypes.clone();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outPortTypes.clone();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return inPortSpecs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(inPortSpecs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(inPortSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return new PortObject[inPortSpecs.length];
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.empty();
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return new BufferedDataTable[inPortSpecs.length];
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return Optional.empty();
    }
}
