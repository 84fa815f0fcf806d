package org.knime.core.webui.node.view;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;

/** The view of an executed node. */
public interface NodeView extends UIExtension, DataServiceProvider {

    /**
     * @throws InvalidSettingsException if the view's parameters cannot be loaded or are refused
     */
    void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    void loadValidatedSettingsFrom(NodeSettingsRO settings);
}
