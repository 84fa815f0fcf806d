package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** What a state provider may throw to leave the dialog as it is. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    private StateComputationFailureException() {}
}
