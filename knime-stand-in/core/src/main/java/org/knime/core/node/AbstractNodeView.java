package org.knime.core.node;

/** A view of the Swing kind; the stand-in has none. */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {

    AbstractNodeView() {}

    /** What a view can show. */
    public interface ViewableModel {}
}
