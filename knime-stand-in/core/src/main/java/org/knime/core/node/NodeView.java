package org.knime.core.node;

/** A view of the Swing kind; the stand-in has none. */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> implements NodeModelWarningListener {

    NodeView() {}
}
