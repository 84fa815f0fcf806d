package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A check of a text field. Subclasses need an empty constructor. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** A pattern as the dialog's front end gets it. */
    record PatternValidationParams(String pattern) {}

    /** The whole text must match a regular expression. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        protected abstract String getPattern();

        @Override
        public final PatternValidationParams getParameters() {
            return new PatternValidationParams(getPattern());
        }

        @Override
        public String getErrorMessage() {
            return "The text must match the pattern " + getPattern() + ".";
        }

        /** At least one character that is no white space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }

            @Override
            public String getErrorMessage() {
                return "The text must have a character that is no white space.";
            }
        }
    }

    /** The text must have a least length. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        protected abstract int getMinLength();

        @Override
        public final MinLengthValidationParams getParameters() {
            return new MinLengthValidationParams(getMinLength());
        }

        @Override
        public String getErrorMessage() {
            return "The text must have at least this many characters: " + getMinLength() + ".";
        }

        /** The length as the dialog's front end gets it. */
        record MinLengthValidationParams(int minLength) {}
    }

    /** The text must not be longer than a length. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        protected abstract int getMaxLength();

        @Override
        public final MaxLengthValidationParams getParameters() {
            return new MaxLengthValidationParams(getMaxLength());
        }

        @Override
        public String getErrorMessage() {
            return "The text must have at most this many characters: " + getMaxLength() + ".";
        }

        /** The length as the dialog's front end gets it. */
        record MaxLengthValidationParams(int maxLength) {}
    }
}
