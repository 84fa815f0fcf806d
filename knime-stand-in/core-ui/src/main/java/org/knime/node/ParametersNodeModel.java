package org.knime.node;

import java.io.File;
import java.util.Optional;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.rnn4knime.standin.parameters.Instances;
import org.rnn4knime.standin.parameters.ParametersInput;
import org.rnn4knime.standin.parameters.ParametersPersistence;

/**
 * A node model whose settings are parameters: saved, validated and loaded, or made from the specs where none were
 * loaded.
 */
abstract class ParametersNodeModel extends NodeModel {

    private final PortType[] m_inPortTypes;

    private final PortType[] m_outPortTypes;

    private final Optional<Class<? extends NodeParameters>> m_parametersClass;

    private Optional<NodeParameters> m_parameters = Optional.empty();

    ParametersNodeModel(
            final PortType[] inPortTypes,
            final PortType[] outPortTypes,
            final Optional<Class<? extends NodeParameters>> parametersClass) {
        super(inPortTypes, outPortTypes);
        m_inPortTypes = inPortTypes;
        m_outPortTypes = outPortTypes;
        m_parametersClass = parametersClass;
    }

    /**
     * The parameters as they are now; empty before the first configure of a new node, and in a node without
     * parameters.
     */
    final Optional<NodeParameters> parameters() {
        return m_parameters;
    }

    /** Gives a new node its default parameters, which stay even if the specs change later. */
    final Optional<NodeParameters> parametersOrDefaults(final PortObjectSpec[] inSpecs)
            throws InvalidSettingsException {
        if (m_parameters.isEmpty() && m_parametersClass.isPresent()) {
            final var input = new ParametersInput(m_inPortTypes, m_outPortTypes, inSpecs);
            final var defaults = Instances.defaults(m_parametersClass.get(), input);
            m_parameters = Optional.of(defaults);
            defaults.validate();
        }
        return m_parameters;
    }

    @Override
    protected final void saveSettingsTo(final NodeSettingsWO settings) {
        m_parameters
                .or(() -> m_parametersClass.map(Instances::create))
                .ifPresent(parameters -> ParametersPersistence.save(parameters, settings));
    }

    @Override
    protected final void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_parametersClass.isPresent()) {
            ParametersPersistence.load(m_parametersClass.get(), settings).validate();
        }
    }

    @Override
    protected final void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_parametersClass.isPresent()) {
            m_parameters = Optional.of(ParametersPersistence.load(m_parametersClass.get(), settings));
        }
    }

    @Override
    protected void reset() {
        // Parameters outlive a reset.
    }

    @Override
    protected final void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // What a view needs is saved as internal data, by KNIME itself.
    }

    @Override
    protected final void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // See loadInternals.
    }
}
