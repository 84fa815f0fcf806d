package org.knime.core.data;

/** A cell that can be read as true or false. */
public interface BooleanValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    UtilityFactory UTILITY = new BooleanUtilityFactory();

    /** {@return true or false} */
    boolean getBooleanValue();

    /** What KNIME shows of this kind of value. */
    class BooleanUtilityFactory extends ExtensibleUtilityFactory {
        protected BooleanUtilityFactory() {
            super(BooleanValue.class);
        }

        @Override
        public String getName() {
            return "Boolean";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[] {"Boolean value"};
        }

        @Override
        protected DataValueComparator getComparator() {
            return new BooleanComparator();
        }
    }
}
