package org.knime.node.parameters.widget.number;

import java.math.BigDecimal;
import org.knime.node.parameters.validation.BuiltinValidation;

/** A bound of a number field. Subclasses need an empty constructor. */
public sealed interface NumberInputWidgetValidation extends BuiltinValidation {

    /** Whether the bound itself is refused. */
    default boolean isExclusive() {
        return false;
    }

    /** A lower bound. */
    abstract non-sealed class MinValidation implements NumberInputWidgetValidation {

        protected abstract double getMin();

        @Override
        public final MinValidationParams getParameters() {
            return new MinValidationParams(getMin(), isExclusive());
        }

        @Override
        public String getErrorMessage() {
            return (isExclusive() ? "The value must be greater than " : "The value must be at least ")
                    + new BigDecimal(String.valueOf(getMin()))
                            .stripTrailingZeros()
                            .toPlainString()
                    + ".";
        }

        /** The bound as the dialog's front end gets it. */
        record MinValidationParams(double min, boolean isExclusive) {}

        /** Zero or more. */
        public static final class IsNonNegativeValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** One or more. */
        public static final class IsPositiveIntegerValidation extends MinValidation {

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** More than zero. */
        public static final class IsPositiveDoubleValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** An upper bound. */
    abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {

        protected abstract double getMax();

        @Override
        public final MaxValidationParams getParameters() {
            return new MaxValidationParams(getMax(), isExclusive());
        }

        @Override
        public String getErrorMessage() {
            return (isExclusive() ? "The value must be less than " : "The value must not exceed ")
                    + new BigDecimal(String.valueOf(getMax()))
                            .stripTrailingZeros()
                            .toPlainString()
                    + ".";
        }

        /** The bound as the dialog's front end gets it. */
        record MaxValidationParams(double max, boolean isExclusive) {}
    }
}
