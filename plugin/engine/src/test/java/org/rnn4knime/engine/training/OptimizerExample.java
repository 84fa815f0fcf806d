package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Supplier;

/**
 * Twenty steps with gradients, and a learning rate, that vary: of an optimizer, and of its equations in double
 * precision.
 */
final class OptimizerExample {

    /** So many that a vectorised loop has a rest. */
    static final int PARAMETERS = 37;

    static final int STEPS = 20;

    private OptimizerExample() {}

    /** The equations for one parameter; it remembers what it needs. */
    @FunctionalInterface
    interface Equations {

        /** The parameter after a step. */
        double step(double parameter, double gradient, double rate);
    }

    static float[] parameters() {
        final var parameters = new float[PARAMETERS];
        for (int j = 0; j < parameters.length; j++) {
            parameters[j] = (float) Math.cos(3 * j) / 4;
        }
        return parameters;
    }

    /** The gradient of a step: of all sizes from 0.001 to 10 and of both signs. */
    static float[] gradient(final int step) {
        final var gradient = new float[PARAMETERS];
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = (float) (Math.pow(10, j % 5 - 3) * (Math.sin(step + j) + Math.cos(j)));
        }
        return gradient;
    }

    static double rate(final int step) {
        return 0.02 / (1 + 0.1 * step);
    }

    /** Runs the steps from (counted from 0) to before another. */
    static void run(final Optimizer optimizer, final float[] parameters, final int from, final int to) {
        for (int step = from; step < to; step++) {
            optimizer.step(parameters, gradient(step), rate(step));
        }
    }

    /** After each step, each parameter is where its equations lead, to 1e-5 of the way that it went. */
    static void assertFollows(final Supplier<Equations> equations, final Optimizer optimizer) {
        final var actual = new float[STEPS][];
        final var parameters = parameters();
        for (int step = 0; step < STEPS; step++) {
            run(optimizer, parameters, step, step + 1);
            actual[step] = parameters.clone();
        }
        for (int j = 0; j < PARAMETERS; j++) {
            final var reference = equations.get();
            double expected = parameters()[j];
            double way = 0;
            for (int step = 0; step < STEPS; step++) {
                final var next = reference.step(expected, gradient(step)[j], rate(step));
                way += Math.abs(next - expected);
                expected = next;
                // No float is closer to a parameter than half a digit a step.
                final var rounding = (step + 1) * Math.ulp((float) Math.max(0.25, Math.abs(expected))) / 2;
                assertEquals(
                        expected, actual[step][j], 1e-5 * way + rounding, "parameter " + j + " after step " + step);
            }
        }
    }
}
