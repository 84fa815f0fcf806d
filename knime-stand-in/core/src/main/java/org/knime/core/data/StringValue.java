package org.knime.core.data;

/** A cell that can be read as text. */
public interface StringValue extends DataValue {
    /** Name, order and display group of this kind of value. */
    UtilityFactory UTILITY = new StringUtilityFactory();

    /** {@return the text, never null} */
    String getStringValue();

    /** What KNIME shows of this kind of value. */
    class StringUtilityFactory extends ExtensibleUtilityFactory {
        protected StringUtilityFactory() {
            super(StringValue.class);
        }

        @Override
        public String getName() {
            return "String";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }

        @Override
        protected DataValueComparator getComparator() {
            return new StringValueComparator();
        }
    }
}
