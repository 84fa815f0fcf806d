package org.knime.node;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.rnn4knime.standin.parameters.ParametersPersistence;

/** The view of a {@link DefaultNode}, fed by the internal data of its model. */
final class DefaultNodeView implements NodeView, ViewInput {

    private final DefaultView m_view;

    private final PortObjectHolder m_model;

    private Optional<NodeParameters> m_parameters = Optional.empty();

    DefaultNodeView(final DefaultView view, final PortObjectHolder model) {
        m_view = view;
        m_model = model;
    }

    /** The caller names the type of the data, which only the view's description knows. */
    @Override
    @SuppressWarnings("unchecked")
    public <D> Optional<InitialDataService<D>> createInitialDataService() {
        return m_view.initialData().map(data -> (InitialDataService<D>) data.service(this));
    }

    @Override
    public void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_view.parametersClass().isPresent()) {
            ParametersPersistence.load(m_view.parametersClass().get(), settings).validate();
        }
    }

    @Override
    public void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        m_parameters = m_view.parametersClass().map(type -> {
            try {
                return ParametersPersistence.load(type, settings);
            } catch (final InvalidSettingsException e) {
                throw new IllegalStateException("The settings of the view were not validated.", e);
            }
        });
    }

    @Override
    public <S extends NodeParameters> S getParameters() {
        return ParametersCast.of(m_parameters);
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_model.getInternalPortObjects();
    }
}
