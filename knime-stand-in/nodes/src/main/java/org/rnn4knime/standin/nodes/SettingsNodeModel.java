package org.rnn4knime.standin.nodes;

import java.io.File;
import java.util.Optional;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A node of tables whose settings are one immutable value and which keeps nothing between two executions.
 *
 * @param <S> the settings
 */
public abstract class SettingsNodeModel<S> extends NodeModel {

    private NodeSettings m_saved = new NodeSettings("model");

    private Optional<S> m_settings = Optional.empty();

    /**
     * @param inputs number of input tables
     * @param outputs number of output tables
     */
    protected SettingsNodeModel(final int inputs, final int outputs) {
        super(inputs, outputs);
    }

    /**
     * Reads the settings as KNIME saves them.
     *
     * @throws InvalidSettingsException if one is missing, has a value out of range, or asks for what only KNIME can do
     */
    protected abstract S read(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * The settings that were loaded.
     *
     * @throws InvalidSettingsException if none were
     */
    protected final S settings() throws InvalidSettingsException {
        return m_settings.orElseThrow(() -> new InvalidSettingsException("The node is not configured yet."));
    }

    @Override
    protected final void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        read(settings);
    }

    @Override
    protected final void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_settings = Optional.of(read(settings));
        m_saved = new NodeSettings("model");
        settings.copyTo(m_saved);
    }

    @Override
    protected final void saveSettingsTo(final NodeSettingsWO settings) {
        m_saved.copyTo(settings);
    }

    @Override
    protected final void reset() {
        // nothing is kept
    }

    @Override
    protected final void loadInternals(final File directory, final ExecutionMonitor monitor) {
        // nothing is kept
    }

    @Override
    protected final void saveInternals(final File directory, final ExecutionMonitor monitor) {
        // nothing is kept
    }
}
