package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.TrainingDemand.Data;
import org.rnn4knime.engine.network.TrainingDemand.Networks;
import org.rnn4knime.engine.runtime.Dl4jRuntime;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.training.CrossEntropy;
import org.rnn4knime.engine.training.SquaredError;

/** The estimate against what networks really take. */
class MemoryEstimateTest {

    private static final Outputs VALUE = new Outputs(1, Type.NUMBERS, Scope.SEQUENCE);

    private static final Outputs CLASS_A_STEP = new Outputs(20, Type.CLASSES, Scope.STEP);

    private static final Inputs NUMBERS = Inputs.numbers(3);

    /** What no layer holds: parameters, gradient, and what Adam remembers. */
    private static final int ARRAYS = 4;

    private static NetworkSettings settings(
            final CellType cell, final int units, final int layers, final boolean both) {
        return new NetworkSettings(cell, units, layers, both, Activation.TANH, Optional.empty(), Summary.LAST, 0);
    }

    private static NetworkSettings rich(
            final CellType cell, final int units, final Convolution convolution, final Summary summary) {
        return new NetworkSettings(cell, units, 1, true, Activation.RELU, Optional.of(convolution), summary, 0.2);
    }

    private static NetworkPlan lstm(final int units) {
        return new NetworkPlan(NUMBERS, new NetworkSettings(CellType.LSTM, units), VALUE);
    }

    private static TrainingDemand demand(final Data data, final int threads) {
        return new TrainingDemand(data, threads, new Networks(1, 1), 2, false);
    }

    private static Data data(final int windows, final int heldBack, final int batchSize, final int steps) {
        return new Data(windows, heldBack, batchSize, steps, steps);
    }

    private static Stream<Arguments> trainings() {
        final var words = new Inputs(0, List.of(new Embedding(5000, 50)));
        final var mixed = new Inputs(2, List.of(new Embedding(30, 4), new Embedding(300, 12)));
        return Stream.of(
                Arguments.of("many weights", lstm(600), demand(data(32, 0, 32, 5), 2)),
                Arguments.of("many steps", lstm(16), demand(data(64, 0, 64, 700), 2)),
                Arguments.of("a few windows", lstm(40), demand(data(3, 2, 32, 9), 4)),
                Arguments.of("one window of one step", lstm(100), demand(data(1, 0, 1, 1), 1)),
                Arguments.of("more slices than gradients", lstm(64), demand(data(1100, 0, 1100, 6), 3)),
                Arguments.of("a smaller last batch and validation", lstm(48), demand(data(170, 75, 64, 40), 2)),
                Arguments.of(
                        "GRU",
                        new NetworkPlan(NUMBERS, settings(CellType.GRU, 90, 2, true), VALUE),
                        demand(data(50, 20, 50, 30), 2)),
                Arguments.of(
                        "Elman",
                        new NetworkPlan(NUMBERS, settings(CellType.ELMAN, 120, 3, false), CLASS_A_STEP),
                        demand(data(40, 0, 40, 50), 2)),
                Arguments.of(
                        "Jordan",
                        new NetworkPlan(NUMBERS, settings(CellType.JORDAN, 80, 2, false), CLASS_A_STEP),
                        demand(data(33, 0, 33, 60), 2)),
                Arguments.of(
                        "Jordan in both directions",
                        new NetworkPlan(NUMBERS, settings(CellType.JORDAN, 80, 2, true), CLASS_A_STEP),
                        demand(data(32, 16, 32, 20), 1)),
                Arguments.of(
                        "words",
                        new NetworkPlan(words, settings(CellType.LSTM, 64, 1, true), VALUE),
                        demand(data(32, 0, 32, 80), 2)),
                Arguments.of(
                        "convolution",
                        new NetworkPlan(
                                NUMBERS, rich(CellType.LSTM, 50, new Convolution(64, 7, 3), Summary.MAX), VALUE),
                        demand(data(64, 64, 64, 100), 2)),
                Arguments.of(
                        "attention",
                        new NetworkPlan(
                                mixed, rich(CellType.GRU, 70, new Convolution(30, 3, 1), Summary.ATTENTION), VALUE),
                        demand(data(64, 10, 64, 60), 2)));
    }

    private static int[] lengths(final int windows, final int steps) {
        final var lengths = new int[windows];
        Arrays.fill(lengths, steps);
        return lengths;
    }

    /** A whole batch and then the last one, which may be smaller. */
    private static List<Batch> batches(final NetworkPlan plan, final int windows, final Data data) {
        return Stream.of(Math.min(windows, data.batchSize()), windows % data.batchSize())
                .filter(size -> size > 0)
                .distinct()
                .map(size -> Problem.of(plan, lengths(size, data.longest())).batch())
                .toList();
    }

    private static long outside() throws InterruptedException {
        // What garbage holds would be freed at any time.
        System.gc();
        Thread.sleep(50);
        return Pointer.totalBytes();
    }

    private static void assertWithin(final String what, final long real, final long estimated) {
        assertTrue(real <= estimated && estimated <= 2 * real + (1 << 14), what + ": " + estimated + " for " + real);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trainings")
    void isWhatATrainingTakesOrALittleMore(final String name, final NetworkPlan plan, final TrainingDemand demand)
            throws InterruptedException {
        final var data = demand.data();
        final var learned = batches(plan, data.windows(), data);
        final var held = batches(plan, data.heldBack(), data);
        final var parameters = Parameters.initial(plan, 1);
        final var loss = plan.outputs().type() == Type.CLASSES
                ? CrossEntropy.unweighted(plan.outputs().values())
                : new SquaredError();
        Dl4jRuntime.call(() -> Nd4j.create(1));
        final var before = outside();
        try (var network = RnnNetwork.of(plan, parameters, demand.threads())) {
            final var gradient = new float[parameters.length];
            for (int time = 0; time < 3; time++) {
                learned.forEach(batch -> network.gradient(batch, loss, TrainingPass.of(1), gradient, Problem.NO_CHECK));
                network.setParameters(parameters);
                held.forEach(batch -> network.predict(batch.inputs(), batch.lengths(), Problem.NO_CHECK));
            }
            final var estimate = MemoryEstimate.of(plan, demand).total();
            assertWithin("outside", outside() - before, estimate.outside());
            assertWithin(
                    "heap",
                    HeapSize.of(network)
                            + HeapSize.of(learned.get(0))
                            + (long) ARRAYS * Float.BYTES * parameters.length,
                    estimate.heap());
        }
    }

    @Test
    void isWhatTruncatedBackPropagationTakes() throws InterruptedException {
        final var plan = new NetworkPlan(NUMBERS, settings(CellType.LSTM, 40, 2, false), CLASS_A_STEP);
        final var data = new Data(32, 0, 32, 200, 50);
        final var batch = Problem.of(plan, lengths(32, 200)).batch();
        final var parameters = Parameters.initial(plan, 1);
        final var loss = CrossEntropy.unweighted(20);
        Dl4jRuntime.call(() -> Nd4j.create(1));
        final var before = outside();
        try (var network = RnnNetwork.of(plan, parameters, 2)) {
            final var state = new CarriedState();
            for (int from = 0; from < 200; from += 50) {
                network.gradient(
                        batch.steps(from, from + 50),
                        loss,
                        new TrainingPass(1, false, Optional.of(state)),
                        new float[parameters.length],
                        Problem.NO_CHECK);
            }
            final var estimate = MemoryEstimate.of(plan, demand(data, 2)).total();
            assertWithin("outside", outside() - before, estimate.outside());
            assertWithin(
                    "heap",
                    HeapSize.of(network)
                            + HeapSize.of(state)
                            + HeapSize.of(batch)
                            + HeapSize.of(batch.steps(0, 50))
                            + (long) ARRAYS * Float.BYTES * parameters.length,
                    estimate.heap());
        }
    }

    private static long sum(final NetworkPlan plan, final TrainingDemand demand) {
        final var total = MemoryEstimate.of(plan, demand).total();
        return total.heap() + total.outside();
    }

    @Test
    void growsWithAllThatIsAskedFor() {
        final var data = new Data(1000, 100, 64, 50, 50);
        final var least = sum(lstm(32), new TrainingDemand(data, 1, new Networks(1, 1), 1, false));
        final var more = List.of(
                sum(lstm(33), new TrainingDemand(data, 1, new Networks(1, 1), 1, false)),
                sum(lstm(32), new TrainingDemand(new Data(1000, 100, 128, 50, 50), 1, new Networks(1, 1), 1, false)),
                sum(lstm(32), new TrainingDemand(new Data(1000, 100, 64, 51, 51), 1, new Networks(1, 1), 1, false)),
                sum(lstm(32), new TrainingDemand(data, 2, new Networks(1, 1), 1, false)),
                sum(lstm(32), new TrainingDemand(data, 1, new Networks(2, 2), 1, false)),
                sum(lstm(32), new TrainingDemand(data, 1, new Networks(2, 1), 1, false)),
                sum(lstm(32), new TrainingDemand(data, 1, new Networks(1, 1), 2, false)),
                sum(lstm(32), new TrainingDemand(data, 1, new Networks(1, 1), 1, true)));
        more.forEach(some -> assertTrue(some > least, some + " is not more than " + least));
        assertEquals(2 * least, more.get(4));
    }

    @Test
    void theBestWeightsAreKeptWithWhatTheOptimizerRemembered() {
        final var data = data(100, 0, 32, 10);
        final var plan = lstm(200);
        final var kept = (double) sum(plan, new TrainingDemand(data, 1, new Networks(1, 1), 2, true))
                - sum(plan, new TrainingDemand(data, 1, new Networks(1, 1), 2, false));
        final var copy = 3.0 * Float.BYTES * Parameters.count(plan);
        assertTrue(kept >= copy && kept <= 1.5 * copy, kept + " for a copy of " + copy);
    }

    @Test
    void noWindowIsNoFailure() {
        assertTrue(sum(lstm(4), demand(data(0, 0, 32, 0), 2)) > 0);
    }

    @Test
    void theLargestNetworkThatCanBeAskedForIsEstimated() {
        // 512 million parameters, longer than any array of bytes.
        final var plan = new NetworkPlan(NUMBERS, settings(CellType.LSTM, 4096, 4, false), VALUE);
        final var estimate = MemoryEstimate.of(plan, demand(data(1 << 20, 1 << 20, 1 << 20, 1000), 64));
        assertTrue(estimate.weights().heap() > 16L * Parameters.count(plan), "" + estimate);
        assertTrue(estimate.slices().outside() >= 64L * Parameters.count(plan), "" + estimate);
    }

    @Test
    void moreParametersThanAnArrayHoldsAreRefusedAsEver() {
        final var plan = new NetworkPlan(NUMBERS, settings(CellType.LSTM, 4096, 16, true), VALUE);
        final var demand = demand(data(10, 0, 10, 10), 1);
        final var message = assertThrows(IllegalArgumentException.class, () -> MemoryEstimate.of(plan, demand))
                .getMessage();
        assertTrue(message.contains("536,870,911"), message);
    }

    @Test
    void sizesThatDoNotExistAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> data(-1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> data(1, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> demand(data(1, 0, 1, 1), 0));
    }
}
