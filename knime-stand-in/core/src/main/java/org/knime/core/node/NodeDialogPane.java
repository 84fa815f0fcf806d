package org.knime.core.node;

/** A dialog of the Swing kind; the stand-in has none. */
public abstract class NodeDialogPane {

    NodeDialogPane() {}
}
