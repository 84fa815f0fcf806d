package org.rnn4knime.engine.network.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealTest {

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("plus", Real::plus),
                rule("plus a constant", (x, y) -> x.plus(0.3)),
                rule("times", Real::times),
                rule("times a constant", (x, y) -> x.times(-0.3)),
                rule("divided by", Real::dividedBy),
                rule("exp", (x, y) -> x.exp()),
                rule("log", (x, y) -> x.times(x).log()),
                rule("tanh", (x, y) -> x.tanh()),
                rule("sigmoid", (x, y) -> x.sigmoid()),
                rule("relu", (x, y) -> x.relu()),
                rule("abs", (x, y) -> x.abs()),
                rule("max", Real::max),
                rule("dot", (x, y) -> new Vector(x, y, x).dot(new Vector(y, y, x))),
                rule("softmax", (x, y) -> new Vector(x, y, x.times(y)).softmax().get(1)),
                rule("a number used twice", (x, y) -> x.times(y).plus(x.tanh()).times(x)));
    }

    private static Arguments rule(final String name, final BinaryOperator<Real> rule) {
        return Arguments.of(name, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void derivativesAreTheSlopes(final String name, final BinaryOperator<Real> rule) {
        for (final var x : new double[] {-2.1, -0.4, 0.7, 1.9}) {
            for (final var y : new double[] {-1.3, 0.6, 2.2}) {
                final var point = new double[] {x, y};
                final var slopes = GradientCheck.numerical(point, () -> apply(rule, Vector.constant(new Tape(), point))
                        .value());
                final var vector = Vector.constant(new Tape(), point);
                final var gradient = vector.tape().gradient(apply(rule, vector));
                assertEquals(slopes[0], gradient[vector.get(0).index()], 1e-8);
                assertEquals(slopes[1], gradient[vector.get(1).index()], 1e-8);
            }
        }
    }

    private static Real apply(final BinaryOperator<Real> rule, final Vector point) {
        return rule.apply(point.get(0), point.get(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-800, -1, 0, 1, 800})
    void softmaxOfAnyRangeSumsToOne(final double value) {
        final var softmax = Vector.constant(new Tape(), value, -value, 0).softmax();
        assertEquals(1, softmax.sum().value(), 1e-15);
    }

    @Test
    void aMillionStepsHaveAGradient() {
        final var start = new Tape().constant(0.5);
        var number = start;
        for (int step = 0; step < 1_000_000; step++) {
            number = number.plus(start);
        }
        assertEquals(1_000_001, start.tape().gradient(number)[start.index()]);
    }

    @Test
    void refusesNumbersOfAnotherComputation() {
        final var one = new Tape().constant(1);
        final var other = new Tape().constant(1);
        assertThrows(IllegalArgumentException.class, () -> one.plus(other));
    }
}
