package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Stands for "no provider" in an annotation. */
public abstract class NoopMinValidationProvider implements StateProvider<MinValidation> {

    private NoopMinValidationProvider() {}
}
