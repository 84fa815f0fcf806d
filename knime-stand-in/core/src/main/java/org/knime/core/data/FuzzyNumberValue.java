package org.knime.core.data;

/** A cell that can be read as a fuzzy number; every crisp number can. */
public interface FuzzyNumberValue extends DataValue {
    /** Name of this kind of value. */
    UtilityFactory UTILITY = new FuzzyNumberUtilityFactory();

    /** {@return the lower end of the support} */
    double getMinSupport();

    /** {@return the value with full membership} */
    double getCore();

    /** {@return the upper end of the support} */
    double getMaxSupport();

    /** What KNIME shows of this kind of value. */
    class FuzzyNumberUtilityFactory extends ExtensibleUtilityFactory {
        protected FuzzyNumberUtilityFactory() {
            super(FuzzyNumberValue.class);
        }

        @Override
        public String getName() {
            return "Fuzzy number";
        }
    }
}
