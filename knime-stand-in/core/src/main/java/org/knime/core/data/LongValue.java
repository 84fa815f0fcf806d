package org.knime.core.data;

/** A cell that can be read as a 64-bit whole number. */
public interface LongValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    UtilityFactory UTILITY = new LongUtilityFactory();

    /** {@return the whole number} */
    long getLongValue();

    /** What KNIME shows of this kind of value. */
    class LongUtilityFactory extends ExtensibleUtilityFactory {
        protected LongUtilityFactory() {
            super(LongValue.class);
        }

        @Override
        public String getName() {
            return "Number (Long Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[] {"Number (long)"};
        }

        @Override
        protected DataValueComparator getComparator() {
            return new LongValueComparator();
        }
    }
}
