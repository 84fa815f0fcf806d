package org.rnn4knime.standin.parameters;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** How one value lies in settings. A value may be null, since settings can hold a null text. */
interface Form {

    void save(Object value, NodeSettingsWO settings);

    /**
     * @throws InvalidSettingsException if a key is missing or its value is unusable
     */
    Object load(NodeSettingsRO settings) throws InvalidSettingsException;

    /** The keys by which one sees whether the value is there. */
    List<KeyPath> paths();
}
