package org.rnn4knime.engine.network.reference;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Some numbers of a computation, such as the values of a time step; operations are element by element.
 *
 * @param elements at least one, not copied
 */
record Vector(Real... elements) {

    static Vector constant(final Tape tape, final double... values) {
        return computed(values.length, index -> tape.constant(values[index]));
    }

    /** A vector of what a function gives for each index. */
    static Vector computed(final int size, final IntFunction<Real> function) {
        final var elements = new Real[size];
        Arrays.setAll(elements, function);
        return new Vector(elements);
    }

    int size() {
        return elements.length;
    }

    Tape tape() {
        return elements[0].tape();
    }

    Real get(final int index) {
        return elements[index];
    }

    double[] values() {
        return Arrays.stream(elements).mapToDouble(Real::value).toArray();
    }

    Vector map(final UnaryOperator<Real> function) {
        return computed(size(), index -> function.apply(elements[index]));
    }

    Vector plus(final Vector other) {
        return with(other, Real::plus);
    }

    Vector times(final Vector other) {
        return with(other, Real::times);
    }

    Vector times(final Real factor) {
        return map(factor::times);
    }

    Vector times(final double factor) {
        return map(element -> element.times(factor));
    }

    Vector oneMinus() {
        return map(element -> element.times(-1.0).plus(1.0));
    }

    Vector max(final Vector other) {
        return with(other, Real::max);
    }

    Vector tanh() {
        return map(Real::tanh);
    }

    Vector sigmoid() {
        return map(Real::sigmoid);
    }

    /** Exponentials as fractions of their sum; less the largest value first, which changes nothing but the range. */
    Vector softmax() {
        final var largest = Arrays.stream(values()).max().orElseThrow();
        final var exponentials = map(element -> element.plus(-largest).exp());
        final var sum = exponentials.sum();
        return exponentials.map(exponential -> exponential.dividedBy(sum));
    }

    Real sum() {
        return Arrays.stream(elements).reduce(Real::plus).orElseThrow();
    }

    /** The sum of the products, as a single step of the computation: there are many of them. */
    Real dot(final Vector other) {
        requireSameSize(other);
        final var tape = tape();
        double sum = 0;
        for (int index = 0; index < size(); index++) {
            final var left = elements[index];
            final var right = other.elements[index];
            tape.slope(left, right.value()).slope(right, left.value());
            sum += left.value() * right.value();
        }
        return tape.number(sum);
    }

    /** The elements of this one, then those of the other. */
    Vector then(final Vector other) {
        return computed(
                size() + other.size(), index -> index < size() ? elements[index] : other.elements[index - size()]);
    }

    /** The elements from one index to before another. */
    Vector part(final int from, final int to) {
        return new Vector(Arrays.copyOfRange(elements, from, to));
    }

    private Vector with(final Vector other, final BinaryOperator<Real> operation) {
        requireSameSize(other);
        return computed(size(), index -> operation.apply(elements[index], other.elements[index]));
    }

    private void requireSameSize(final Vector other) {
        if (size() != other.size()) {
            throw new IllegalArgumentException(size() + " and " + other.size() + " elements");
        }
    }
}
