package org.knime.core.data;

/** A cell that can be read as a 32-bit whole number. */
public interface IntValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    UtilityFactory UTILITY = new IntUtilityFactory();

    /** {@return the whole number} */
    int getIntValue();

    /** What KNIME shows of this kind of value. */
    class IntUtilityFactory extends ExtensibleUtilityFactory {
        protected IntUtilityFactory() {
            super(IntValue.class);
        }

        @Override
        public String getName() {
            return "Number (Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[] {"Number (integer)"};
        }

        @Override
        protected DataValueComparator getComparator() {
            return new IntValueComparator();
        }
    }
}
