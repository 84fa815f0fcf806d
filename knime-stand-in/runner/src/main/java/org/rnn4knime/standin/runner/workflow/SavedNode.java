package org.rnn4knime.standin.runner.workflow;

import org.knime.core.node.NodeSettings;

/**
 * A node of a saved workflow.
 *
 * @param id its ID in the workflow
 * @param name its name, as it is shown
 * @param factory the class name of its factory
 * @param settings its settings.xml
 */
public record SavedNode(int id, String name, String factory, NodeSettings settings) {

    /** The node in messages: name and ID, as KNIME shows them. */
    @Override
    public String toString() {
        return name + " (#" + id + ")";
    }
}
