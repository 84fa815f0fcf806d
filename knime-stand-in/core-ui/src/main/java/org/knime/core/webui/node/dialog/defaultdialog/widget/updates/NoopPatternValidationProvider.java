package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Stands for "no provider" in an annotation. */
public abstract class NoopPatternValidationProvider implements StateProvider<PatternValidation> {

    private NoopPatternValidationProvider() {}
}
