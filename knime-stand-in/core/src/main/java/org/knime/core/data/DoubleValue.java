package org.knime.core.data;

/** A cell that can be read as a number with a fraction. */
public interface DoubleValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    UtilityFactory UTILITY = new DoubleUtilityFactory();

    /** {@return the number, NaN included} */
    double getDoubleValue();

    /** What KNIME shows of this kind of value. */
    class DoubleUtilityFactory extends ExtensibleUtilityFactory {
        protected DoubleUtilityFactory() {
            super(DoubleValue.class);
        }

        @Override
        public String getName() {
            return "Number (Float)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[] {"Number (double)"};
        }

        @Override
        protected DataValueComparator getComparator() {
            return new DoubleValueComparator();
        }
    }
}
