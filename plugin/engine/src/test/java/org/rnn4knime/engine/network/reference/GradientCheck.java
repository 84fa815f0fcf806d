package org.rnn4knime.engine.network.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.rnn4knime.engine.network.NetworkPlan;

/**
 * Compares the derivatives of a network with what becomes of its loss when a number is moved a little to both sides.
 *
 * @param plan of the network
 * @param network whose derivatives are checked
 * @param parameters at which they are checked
 * @param loss that they belong to
 */
record GradientCheck(NetworkPlan plan, ReferenceNetwork network, double[] parameters, ReferenceLoss loss) {

    private static final double STEP = 1e-5;

    private static final double TOLERANCE = 1e-6;

    /** Fails unless all derivatives agree, a block at a time; a block that nothing depends on fails, too. */
    void passes(final List<Example> examples) {
        final var gradients = network.with(parameters).gradients(examples, loss);
        final var moved = parameters.clone();
        final var numerical = numerical(moved, () -> network.with(moved).loss(examples, loss));
        for (final var block : ReferenceNetwork.blocks(plan)) {
            assertTrue(Block.length(block.of(numerical)) > 1e-6, () -> "no gradient in " + block);
            assertEquals(0, block.difference(numerical, gradients.parameters()), TOLERANCE, block::name);
        }
        for (int index = 0; index < examples.size(); index++) {
            checkInputs(examples, index, gradients.inputs().get(index));
        }
    }

    private void checkInputs(final List<Example> examples, final int index, final double[][] gradient) {
        final var numbers = plan.inputs().numbers();
        final var at = network.with(parameters);
        final var numerical = Arrays.stream(examples.get(index).inputs())
                .map(step -> numerical(step, () -> at.loss(examples, loss)))
                .toArray(double[][]::new);
        final var difference = Block.relativeDifference(flat(numerical, numbers), flat(gradient, numbers));
        assertEquals(0, difference, TOLERANCE, () -> "inputs of example " + index);
    }

    private static double[] flat(final double[][] steps, final int numbers) {
        return Stream.of(steps)
                .flatMapToDouble(step -> Arrays.stream(step).limit(numbers))
                .toArray();
    }

    /** Central differences of a result by each of the values. */
    static double[] numerical(final double[] values, final DoubleSupplier result) {
        final var gradient = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            final var value = values[index];
            values[index] = value + STEP;
            final var above = result.getAsDouble();
            values[index] = value - STEP;
            final var below = result.getAsDouble();
            values[index] = value;
            gradient[index] = (above - below) / (2 * STEP);
        }
        return gradient;
    }
}
