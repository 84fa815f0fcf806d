package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Stands for "no bound but that of the field's type". */
public abstract class TypeDependentMinValidation extends MinValidation {

    private TypeDependentMinValidation() {}
}
