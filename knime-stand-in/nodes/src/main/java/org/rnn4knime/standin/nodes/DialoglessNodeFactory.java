package org.rnn4knime.standin.nodes;

import java.util.function.Supplier;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;

/**
 * Makes nodes that have neither dialog nor view, because they run headless only.
 *
 * @param <T> the node's model
 */
public abstract class DialoglessNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    private final Supplier<T> m_model;

    /** @param model makes a new model */
    protected DialoglessNodeFactory(final Supplier<T> model) {
        m_model = model;
    }

    @Override
    public final T createNodeModel() {
        return m_model.get();
    }

    @Override
    protected final int getNrNodeViews() {
        return 0;
    }

    @Override
    public final NodeView<T> createNodeView(final int index, final T model) {
        throw new UnsupportedOperationException("This node has no view.");
    }

    @Override
    protected final boolean hasDialog() {
        return false;
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane() {
        throw new UnsupportedOperationException("This node has no dialog.");
    }
}
