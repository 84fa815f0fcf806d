package org.knime.node.parameters.validation;

/** A check that the dialog makes while the user types. */
public interface BuiltinValidation {

    String getErrorMessage();

    /** The numbers or patterns of the check, which are sent to the dialog's front end. */
    Object getParameters();
}
