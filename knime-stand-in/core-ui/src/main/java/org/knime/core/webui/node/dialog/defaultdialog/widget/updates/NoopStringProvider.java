package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.updates.StateProvider;

/** Stands for "no provider" in an annotation. */
public abstract class NoopStringProvider implements StateProvider<String> {

    private NoopStringProvider() {}
}
