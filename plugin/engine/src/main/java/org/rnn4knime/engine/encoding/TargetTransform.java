package org.rnn4knime.engine.encoding;

/**
 * What is done to the target before it is scaled: the natural logarithm, then the difference to the step before.
 *
 * @param logarithm for values above zero that grow or swing in proportion to their size
 * @param difference for values that drift
 */
public record TargetTransform(boolean logarithm, boolean difference) {

    /** The first step of a sequence that has a transformed value: with a difference, the first step only serves as base. */
    int firstStep() {
        return difference ? 1 : 0;
    }

    /** The transformed value of a step; the value before counts with a difference only. */
    double transform(final double value, final double before) {
        return difference ? level(value) - level(before) : level(value);
    }

    /** The value of a step from its transformed value; the value before counts with a difference only. */
    double invert(final double transformed, final double before) {
        final var level = difference ? level(before) + transformed : transformed;
        return logarithm ? Math.exp(level) : level;
    }

    private double level(final double value) {
        return logarithm ? Math.log(value) : value;
    }
}
