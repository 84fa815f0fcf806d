package org.knime.core.data;

/** A cell that can be read as a fuzzy interval; every crisp number can. */
public interface FuzzyIntervalValue extends DataValue {
    /** Name of this kind of value. */
    UtilityFactory UTILITY = new FuzzyIntervalUtilityFactory();

    /** {@return the lower end of the support} */
    double getMinSupport();

    /** {@return the lower end of the core} */
    double getMinCore();

    /** {@return the upper end of the core} */
    double getMaxCore();

    /** {@return the upper end of the support} */
    double getMaxSupport();

    /** {@return the balance point of the membership function} */
    double getCenterOfGravity();

    /** What KNIME shows of this kind of value. */
    class FuzzyIntervalUtilityFactory extends ExtensibleUtilityFactory {
        protected FuzzyIntervalUtilityFactory() {
            super(FuzzyIntervalValue.class);
        }

        @Override
        public String getName() {
            return "Fuzzy interval";
        }
    }
}
