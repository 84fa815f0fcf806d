package org.knime.core.data;

/** A cell that can be read as a complex number; every real number can. */
public interface ComplexNumberValue extends DataValue {
    /** Name of this kind of value. */
    UtilityFactory UTILITY = new ComplexNumberUtilityFactory();

    /** {@return the real part} */
    double getRealValue();

    /** {@return the imaginary part} */
    double getImaginaryValue();

    /** What KNIME shows of this kind of value. */
    class ComplexNumberUtilityFactory extends ExtensibleUtilityFactory {
        protected ComplexNumberUtilityFactory() {
            super(ComplexNumberValue.class);
        }

        @Override
        public String getName() {
            return "Complex number";
        }
    }
}
