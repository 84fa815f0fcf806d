package org.knime.core.webui.node.dialog;

/** Says whether a node has a dialog, and makes it. */
public interface NodeDialogFactory {

    default boolean hasNodeDialog() {
        return true;
    }

    NodeDialog createNodeDialog();
}
