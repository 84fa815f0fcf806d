package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** Values are dropped at random between layers, in training alone. */
class DropoutTest {

    private static final int[] LENGTHS =
            IntStream.range(0, 75).map(window -> 1 + window * 7 % 30).toArray();

    @Test
    void dropoutFollowsFromTheSeedAndOnlyWhenLearning() {
        final var problem = Problem.of(RnnNetworkTest.large(CellType.LSTM), LENGTHS);
        final var first = problem.solve(2, TrainingPass.of(1));
        assertArrayEquals(first.gradient(), problem.solve(1, TrainingPass.of(1)).gradient());
        final var other = problem.solve(2, TrainingPass.of(2));
        assertFalse(Arrays.equals(first.gradient(), other.gradient()));
        assertArrayEquals(first.outputs().values(), other.outputs().values());
    }

    /** The mean over many draws of what is dropped is what is not dropped: a linear output after the dropout. */
    @Test
    void dropoutKeepsTheMean() {
        final var settings =
                new NetworkSettings(CellType.LSTM, 200, 1, false, Activation.TANH, Optional.empty(), Summary.LAST, 0.4);
        final var plan = new NetworkPlan(Inputs.numbers(2), settings, new Outputs(1, Type.NUMBERS, Scope.SEQUENCE));
        final var problem = Problem.of(plan, 3, 3, 3);
        // The gradient by the output's weights is 2 (output - target) times the dropped state: with a linear loss, the
        // state alone.
        final Loss linear = new LinearLoss();
        final var sum = new double[200];
        try (var network = RnnNetwork.of(plan, problem.parameters(), 1)) {
            final var gradient = new float[problem.parameters().length];
            for (int seed = 0; seed < 2000; seed++) {
                network.gradient(problem.batch(), linear, TrainingPass.of(seed), gradient, Problem.NO_CHECK);
                for (int unit = 0; unit < sum.length; unit++) {
                    sum[unit] += gradient[gradient.length - 1 - sum.length + unit] / 2000;
                }
            }
        }
        final var without = new NetworkPlan(Inputs.numbers(2), new NetworkSettings(CellType.LSTM, 200), plan.outputs());
        final var gradient = new float[problem.parameters().length];
        try (var network = RnnNetwork.of(without, problem.parameters(), 1)) {
            network.gradient(problem.batch(), linear, TrainingPass.of(0), gradient, Problem.NO_CHECK);
        }
        double error = 0;
        double size = 0;
        for (int unit = 0; unit < sum.length; unit++) {
            final double expected = gradient[gradient.length - 1 - sum.length + unit];
            error += Math.pow(sum[unit] - expected, 2);
            size += Math.pow(expected, 2);
        }
        assertTrue(Math.sqrt(error / size) < 0.03, "relative error " + Math.sqrt(error / size));
    }

    private static class LinearLoss implements Loss {

        @Override
        public int targetValues(final int outputs) {
            return outputs;
        }

        @Override
        public double weight(final float[] targets, final int windows) {
            return targets.length;
        }

        @Override
        public double add(
                final float[] outputs,
                final float[] targets,
                final int windows,
                final float scale,
                final float[] gradient) {
            Arrays.fill(gradient, scale);
            return 0;
        }
    }

    /** Else windows of different slices, and layers of equal size, would lose the same values. */
    @Test
    void everySliceAndLayerDrawsForItself() {
        final var seeds = new HashSet<Long>();
        for (int slice = 0; slice < 20; slice++) {
            for (int layer = 0; layer < 20; layer++) {
                seeds.add(NetworkPass.seed(7, slice, layer));
            }
        }
        assertEquals(400, seeds.size());
    }

    @Test
    void equalWindowsOfDifferentSlicesLoseDifferentValues() {
        final var settings =
                new NetworkSettings(CellType.LSTM, 8, 1, false, Activation.TANH, Optional.empty(), Summary.LAST, 0.5);
        final var plan = new NetworkPlan(Inputs.numbers(1), settings, new Outputs(1, Type.NUMBERS, Scope.SEQUENCE));
        final var parameters = Parameters.initial(plan, 1);
        final var batch = Batch.ofEqualLength(Tensor.zeros(3, 1, 32), Tensor.zeros(1, 1, 32));
        Arrays.fill(batch.inputs().values(), 1);
        final var recording = new RecordingLoss();
        try (var network = RnnNetwork.of(plan, parameters, 1)) {
            network.gradient(batch, recording, TrainingPass.of(1), new float[parameters.length], Problem.NO_CHECK);
        }
        assertEquals(2, recording.outputs.size());
        assertFalse(Arrays.equals(recording.outputs.get(0), recording.outputs.get(1)));
    }

    /** Keeps what the network wrote while it learned. */
    private static final class RecordingLoss extends LinearLoss {

        private final List<float[]> outputs = new ArrayList<>();

        @Override
        public double add(
                final float[] written,
                final float[] targets,
                final int windows,
                final float scale,
                final float[] gradient) {
            outputs.add(written.clone());
            return super.add(written, targets, windows, scale, gradient);
        }
    }
}
