package org.rnn4knime.engine.network.reference;

/**
 * A number in double precision that remembers how it was computed. Each operation has its rule of differentiation.
 *
 * @param tape of the computation that it belongs to
 * @param index its place there
 * @param value the number itself
 */
record Real(Tape tape, int index, double value) {

    Real plus(final Real other) {
        return tape.slope(this, 1).slope(other, 1).number(value + other.value);
    }

    Real plus(final double constant) {
        return tape.slope(this, 1).number(value + constant);
    }

    Real times(final Real other) {
        return tape.slope(this, other.value).slope(other, value).number(value * other.value);
    }

    Real times(final double constant) {
        return tape.slope(this, constant).number(value * constant);
    }

    Real dividedBy(final Real other) {
        final var quotient = value / other.value;
        return tape.slope(this, 1 / other.value)
                .slope(other, -quotient / other.value)
                .number(quotient);
    }

    Real exp() {
        final var result = Math.exp(value);
        return tape.slope(this, result).number(result);
    }

    Real log() {
        return tape.slope(this, 1 / value).number(Math.log(value));
    }

    Real tanh() {
        final var result = Math.tanh(value);
        return tape.slope(this, 1 - result * result).number(result);
    }

    Real sigmoid() {
        final var result = 1 / (1 + Math.exp(-value));
        return tape.slope(this, result * (1 - result)).number(result);
    }

    /** The value above zero, else zero; so is the slope, also at zero. */
    Real relu() {
        return value > 0 ? this : times(0.0);
    }

    Real abs() {
        return value < 0 ? times(-1.0) : this;
    }

    /** The larger one; of two that are equal, this. */
    Real max(final Real other) {
        return value < other.value ? other : this;
    }
}
