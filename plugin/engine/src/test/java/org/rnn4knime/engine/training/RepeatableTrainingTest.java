package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.network.TrainingPass;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** A training gives the same wherever and however often it runs, and needs no more memory the longer it runs. */
class RepeatableTrainingTest {

    private static final int STEPS = 12;

    private static NetworkPlan plan(final CellType cell) {
        return new NetworkPlan(
                Inputs.numbers(2),
                new NetworkSettings(
                        cell,
                        8,
                        2,
                        true,
                        Activation.TANH,
                        Optional.of(new Convolution(4, 3, 2)),
                        Summary.ATTENTION,
                        0.2),
                new Outputs(1, Type.NUMBERS, Scope.SEQUENCE));
    }

    private static Tensor random(final int steps, final int features, final int windows, final long seed) {
        final var tensor = Tensor.zeros(steps, features, windows);
        final var random = new Random(seed);
        for (int index = 0; index < tensor.values().length; index++) {
            tensor.values()[index] = (float) random.nextGaussian();
        }
        return tensor;
    }

    private static Batch batch() {
        final var lengths = new int[40];
        Arrays.setAll(lengths, window -> 1 + window % STEPS);
        return new Batch(random(STEPS, 2, lengths.length, 1), lengths, random(1, 1, lengths.length, 2));
    }

    private static float[] train(final NetworkPlan plan, final Batch batch, final int threads, final int iterations) {
        final var parameters = Parameters.initial(plan, 1);
        final var gradient = new float[parameters.length];
        final var optimizer = Optimizers.of(OptimizerSettings.ADAM, parameters.length);
        try (var network = RnnNetwork.of(plan, parameters, threads)) {
            for (int iteration = 0; iteration < iterations; iteration++) {
                network.gradient(batch, new SquaredError(), TrainingPass.of(iteration), gradient, () -> {});
                optimizer.step(parameters, gradient, 0.01);
                network.setParameters(parameters);
            }
        }
        return parameters;
    }

    /** Prints the parameters that each cell has after a few steps with so many threads. */
    static final class Program {

        private Program() {}

        public static void main(final String[] arguments) {
            System.out.print(result(Integer.parseInt(arguments[0])));
        }

        static String result(final int threads) {
            final var text = new StringBuilder();
            for (final var cell : CellType.values()) {
                text.append(Arrays.toString(train(plan(cell), batch(), threads, 10)));
            }
            return text.toString();
        }
    }

    @Test
    void everyProcessAndNumberOfThreadsGivesTheSameParameters() throws IOException, InterruptedException {
        final var here = Program.result(2);
        for (final var threads : List.of("1", "2", "4")) {
            assertEquals(here, OwnProcess.run(Program.class, entry -> true, threads));
        }
    }

    /** Asks what a network would be like. */
    static final class Asks {

        private Asks() {}

        public static void main(final String[] arguments) {
            System.out.print(Parameters.count(plan(CellType.JORDAN)));
        }
    }

    @Test
    void whatANetworkWouldBeLikeIsKnownWithoutNativeLibraries() throws IOException, InterruptedException {
        final var output = OwnProcess.run(Asks.class, entry -> !entry.endsWith("natives"));
        assertEquals(String.valueOf(Parameters.count(plan(CellType.JORDAN))), output);
        assertNotEquals("0", output);
    }

    /** Prints by how many megabytes the process grows while it trains on. */
    static final class Grows {

        private Grows() {}

        public static void main(final String[] arguments) throws IOException {
            final var plan = new NetworkPlan(
                    Inputs.numbers(2),
                    new NetworkSettings(CellType.LSTM, 32),
                    new Outputs(1, Type.NUMBERS, Scope.SEQUENCE));
            train(plan, batch(), 2, 3000);
            final var before = resident();
            train(plan, batch(), 2, 3000);
            System.out.print(resident() - before);
        }

        private static long resident() throws IOException {
            final var pages =
                    Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
            return pages * 4096 / 1_000_000;
        }
    }

    @Test
    void threeThousandStepsMoreNeedNoMoreMemory() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/statm")));
        final var megabytes = Long.parseLong(OwnProcess.run(Grows.class, entry -> true));
        assertTrue(megabytes < 30, megabytes + " MB more");
    }
}
