package org.knime.node.parameters.widget.text.util;

import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks names of columns that a node creates: not blank, no white space at the ends. */
public final class ColumnNameValidationUtils {

    private static final String COLUMN_NAME = "\\S(.*\\S)?";

    private ColumnNameValidationUtils() {}

    /**
     * @throws InvalidSettingsException with the message made for what is wrong; an empty name is right
     */
    public static void validatePossiblyEmptyColumnName(
            final String columnName, final Function<InvalidColumnNameState, String> invalidStateToMessage)
            throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            return;
        }
        if (columnName.isBlank()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.BLANK));
        }
        if (!columnName.equals(columnName.trim())) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.NOT_TRIMMED));
        }
    }

    /** What is wrong with a name. */
    public enum InvalidColumnNameState {
        EMPTY,
        BLANK,
        NOT_TRIMMED
    }

    /** The dialog's check of a name that must be there. */
    public static final class ColumnNameValidation extends PatternValidation {

        @Override
        public String getPattern() {
            return COLUMN_NAME;
        }

        @Override
        public String getErrorMessage() {
            return "The column name must not be empty nor start or end with white space.";
        }
    }

    /** The dialog's check of a name that may be empty. */
    public static final class EmptyOrColumnNameValidation extends PatternValidation {

        @Override
        public String getPattern() {
            return "(" + COLUMN_NAME + ")?";
        }

        @Override
        public String getErrorMessage() {
            return "The column name must be empty or neither start nor end with white space.";
        }
    }
}
