package org.knime.node;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteOutput;

/**
 * The node model of a {@link DefaultNode} with configure and execute. Its internal data are saved with an executed
 * node.
 */
final class StandardNodeModel extends ParametersNodeModel implements PortObjectHolder {

    private final DefaultModel.Standard m_model;

    private final PortType[] m_outPortTypes;

    private PortObject[] m_internalData = {};

    StandardNodeModel(final DefaultModel.Standard model, final PortType[] inPortTypes, final PortType[] outPortTypes) {
        super(inPortTypes, outPortTypes, model.parametersClass());
        m_model = model;
        m_outPortTypes = outPortTypes;
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final var parameters = parametersOrDefaults(inSpecs);
        final var outSpecs = new PortObjectSpec[m_outPortTypes.length];
        m_model.configure(
                new NodeConfigureInput(parameters, inSpecs, m_outPortTypes), new NodeConfigureOutput(outSpecs));
        return outSpecs;
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        final var outObjects = new PortObject[m_outPortTypes.length];
        m_model.execute(
                new NodeExecuteInput(parameters(), inObjects, m_outPortTypes, exec), new NodeExecuteOutput(outObjects));
        return outObjects;
    }

    @Override
    protected void reset() {
        m_internalData = new PortObject[0];
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internalData.clone();
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        m_internalData = portObjects.clone();
    }

    /** Collects what configuring gives. */
    private final class NodeConfigureOutput implements ConfigureOutput {

        private final PortObjectSpec[] m_outSpecs;

        NodeConfigureOutput(final PortObjectSpec[] outSpecs) {
            m_outSpecs = outSpecs;
        }

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            m_outSpecs[index] = spec;
        }

        @Override
        @SafeVarargs
        public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
            System.arraycopy(specs, 0, m_outSpecs, 0, specs.length);
        }

        @Override
        public void setWarningMessage(final String message) {
            StandardNodeModel.this.setWarningMessage(message);
        }
    }

    /** Collects what executing gives. */
    private final class NodeExecuteOutput implements ExecuteOutput {

        private final PortObject[] m_outObjects;

        NodeExecuteOutput(final PortObject[] outObjects) {
            m_outObjects = outObjects;
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            m_outObjects[index] = data;
        }

        @Override
        @SafeVarargs
        public final <D extends PortObject> void setOutData(final D... data) {
            System.arraycopy(data, 0, m_outObjects, 0, data.length);
        }

        @Override
        @SafeVarargs
        public final <D extends PortObject> void setInternalData(final D... data) {
            setInternalPortObjects(data);
        }

        @Override
        public void setWarningMessage(final String message) {
            StandardNodeModel.this.setWarningMessage(message);
        }
    }
}
