package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerState;
import org.rnn4knime.engine.model.OptimizerType;

/** What holds for all optimizers. */
class OptimizersTest {

    private static final int STEPS = OptimizerExample.STEPS;

    @ParameterizedTest
    @EnumSource
    void goesOnFromItsStateAsIfItHadNeverStopped(final OptimizerType type) {
        final var straight = OptimizerExample.parameters();
        OptimizerExample.run(optimizer(type, straight.length), straight, 0, STEPS);

        final var halves = OptimizerExample.parameters();
        final var first = optimizer(type, halves.length);
        OptimizerExample.run(first, halves, 0, STEPS / 2);
        final var second = Optimizers.of(settings(type), first.state());
        OptimizerExample.run(second, halves, STEPS / 2, STEPS);

        assertArrayEquals(straight, halves);
        assertEquals(STEPS, second.state().steps());
    }

    @ParameterizedTest
    @EnumSource
    void aStateDoesNotChangeWithTheOptimizerThatGaveOrTookIt(final OptimizerType type) {
        final var parameters = OptimizerExample.parameters();
        final var optimizer = optimizer(type, parameters.length);
        OptimizerExample.run(optimizer, parameters, 0, 1);
        final var state = optimizer.state();
        final var before = state.values().get(0).clone();

        OptimizerExample.run(optimizer, parameters, 1, 2);
        OptimizerExample.run(Optimizers.of(settings(type), state), parameters, 1, 2);

        assertArrayEquals(before, state.values().get(0));
        assertEquals(1, state.steps());
    }

    @ParameterizedTest
    @EnumSource
    void aLearningRateOfZeroMovesNothing(final OptimizerType type) {
        final var parameters = OptimizerExample.parameters();
        optimizer(type, parameters.length).step(parameters, OptimizerExample.gradient(0), 0);

        assertArrayEquals(OptimizerExample.parameters(), parameters);
    }

    @ParameterizedTest
    @EnumSource
    void aGradientThatIsNoNumberIsNotHidden(final OptimizerType type) {
        final var parameters = new float[] {1, 1};
        optimizer(type, 2).step(parameters, new float[] {Float.NaN, 1}, 0.01);

        assertTrue(Float.isNaN(parameters[0]));
        assertTrue(parameters[1] < 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatFadesBecomesNoneOfTheNumbersThatProcessorsAreSlowWith(final OptimizerType type) {
        final var parameters = OptimizerExample.parameters();
        final var optimizer = optimizer(type, parameters.length);
        OptimizerExample.run(optimizer, parameters, 0, 1);
        for (int step = 0; step < 3000; step++) {
            optimizer.step(parameters, new float[parameters.length], 0.01);
        }
        for (final var values : optimizer.state().values()) {
            for (final float value : values) {
                assertTrue(value == 0 || Math.abs(value) >= 1e-32, () -> type + " has " + value);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesArraysOfAnotherLength(final OptimizerType type) {
        final var optimizer = optimizer(type, 3);
        assertThrows(IllegalArgumentException.class, () -> optimizer.step(new float[3], new float[2], 0.01));
        assertThrows(IllegalArgumentException.class, () -> optimizer.step(new float[4], new float[4], 0.01));
        assertEquals(0, optimizer.state().steps());
    }

    @ParameterizedTest
    @EnumSource
    void trainsNoParametersAtAll(final OptimizerType type) {
        final var optimizer = optimizer(type, 0);
        optimizer.step(new float[0], new float[0], 0.01);

        assertEquals(1, optimizer.state().steps());
    }

    @Test
    void refusesTheStateOfAnotherKindOfOptimizer() {
        final var momentum = optimizer(OptimizerType.SGD, 3).state();
        final var refusal = assertThrows(
                IllegalArgumentException.class, () -> Optimizers.of(settings(OptimizerType.ADAM), momentum));

        assertEquals("ADAM remembers 2 values a parameter, but this state has 1.", refusal.getMessage());
    }

    @Test
    void refusesAStateThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new OptimizerState(-1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new OptimizerState(0, List.of(new float[1], new float[2])));
    }

    @Test
    void refusesSettingsOutOfRange() {
        for (final double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new OptimizerSettings(OptimizerType.ADAMW, wrong, 0, false));
            assertThrows(
                    IllegalArgumentException.class, () -> new OptimizerSettings(OptimizerType.SGD, 0, wrong, false));
        }
    }

    private static Optimizer optimizer(final OptimizerType type, final int parameters) {
        return Optimizers.of(settings(type), parameters);
    }

    private static OptimizerSettings settings(final OptimizerType type) {
        return new OptimizerSettings(type, 0.01, 0.9, true);
    }
}
