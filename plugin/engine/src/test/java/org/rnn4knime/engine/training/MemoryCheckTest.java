package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.Embedding;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.MemoryEstimate;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.network.TrainingDemand;
import org.rnn4knime.engine.network.TrainingDemand.Data;
import org.rnn4knime.engine.network.TrainingDemand.Networks;
import org.rnn4knime.engine.runtime.MemoryAvailable;

class MemoryCheckTest {

    private static final long PLENTY = 1L << 50;

    private static final long SOME = 1825361101; // 1.7 GB

    private static final NetworkPlan HEAVY = plan(Inputs.numbers(3), 3000, 2, Optional.empty());

    /** Few weights, many values. */
    private static final NetworkPlan LIGHT = plan(Inputs.numbers(3), 20, 1, Optional.empty());

    private static NetworkPlan plan(
            final Inputs inputs, final int units, final int layers, final Optional<Convolution> convolution) {
        return new NetworkPlan(
                inputs,
                new NetworkSettings(CellType.LSTM, units, layers, false, Activation.TANH, convolution, Summary.LAST, 0),
                new Outputs(1, Type.NUMBERS, Scope.SEQUENCE));
    }

    private static TrainingDemand demand(final int batchSize, final int steps, final int networks) {
        return new TrainingDemand(
                new Data(10_000, 0, batchSize, steps, steps), 2, new Networks(networks, networks), 2, false);
    }

    private static TooLittleMemoryException refused(
            final NetworkPlan plan, final TrainingDemand demand, final MemoryAvailable available) {
        return assertThrows(TooLittleMemoryException.class, () -> MemoryCheck.require(plan, demand, available));
    }

    private static MemoryAvailable heap(final long bytes) {
        return new MemoryAvailable(bytes, 0, PLENTY, PLENTY);
    }

    @Test
    void tooManyWeightsForTheHeapNameWhatMakesThem() {
        final var refused = refused(HEAVY, demand(32, 20, 1), heap(SOME));
        // 4 * 3000 * (3 + 3000 + 1) + 4 * 3000 * (3000 + 3000 + 1) + 3001 weights, six times four bytes each: 2.42 GB;
        // and 75 MB for
        // each of two slices: two layers with 8 arrays of 3000 * 16 values at each of 20 steps, and some more.
        assertEquals(
                "Training this network of 108,063,001 weights needs about 2.6 GB of Java's memory, but 1.7 GB are free.",
                refused.problem());
        assertEquals(
                "Lower the hidden units (now 3,000) or the recurrent layers (now 2),"
                        + " choose the optimizer SGD (it remembers less),"
                        + " or give KNIME more memory (-Xmx in knime.ini).",
                refused.remedy());
        assertEquals(refused.problem() + " " + refused.remedy(), refused.getMessage());
    }

    @Test
    void tooManyValuesForTheHeapNameTheBatchAndTheLength() {
        final var refused = refused(LIGHT, demand(640, 5000, 1), heap(50 << 20));
        assertTrue(refused.problem().endsWith("of Java's memory, but 50 MB are free."), refused.problem());
        assertEquals(
                "Lower the hidden units (now 20), the batch size (now 640) or the sequence length or the maximum length"
                        + " (the longest window has 5,000 time steps),"
                        + " or give KNIME more memory (-Xmx in knime.ini).",
                refused.remedy());
    }

    @Test
    void severalNetworksAtATimeAreNamed() {
        final var refused = refused(HEAVY, demand(32, 20, 5), heap(SOME));
        assertTrue(
                refused.problem().startsWith("Training 5 networks of 108,063,001 weights each needs about 12."),
                refused.problem());
        assertTrue(
                refused.remedy()
                        .contains(
                                "lower the number of networks (now 5) or of threads, by which 5 are trained at a time"),
                refused.remedy());
    }

    @Test
    void theEmbeddingAndTheFiltersAreNamed() {
        final var words = new Inputs(0, List.of(new Embedding(100_000, 300)));
        final var plan = plan(words, 64, 1, Optional.of(new Convolution(77, 3, 1)));
        final var remedy = refused(plan, demand(32, 20, 1), heap(1 << 20)).remedy();
        assertTrue(remedy.contains("the filters (now 77)"), remedy);
        assertTrue(remedy.contains("the embedding size (now 300)"), remedy);
    }

    @Test
    void anOptimizerThatRemembersLittleIsNotToBeReplaced() {
        final var data = new Data(10_000, 0, 32, 20, 20);
        final var remedy = refused(HEAVY, new TrainingDemand(data, 2, new Networks(1, 1), 1, false), heap(1 << 20))
                .remedy();
        assertFalse(remedy.contains("SGD"), remedy);
    }

    @Test
    void tooLittleMemoryOutsideOfTheHeapIsSaidSo() {
        final var refused = refused(HEAVY, demand(64, 20, 1), new MemoryAvailable(PLENTY, PLENTY, SOME, PLENTY));
        assertTrue(
                refused.problem()
                        .endsWith(" GB of memory outside of Java's heap, but 1.7 GB are left of what KNIME may"
                                + " take there."),
                refused.problem());
        // Each slice of a batch has a gradient of its own there.
        assertTrue(refused.remedy().contains("the batch size (now 64)"), refused.remedy());
        assertTrue(refused.remedy().contains("-Dorg.bytedeco.javacpp.maxbytes"), refused.remedy());
        assertFalse(refused.remedy().contains("SGD"), refused.remedy());
    }

    @Test
    void aComputerThatIsFullIsToBeRelieved() {
        final var refused = refused(HEAVY, demand(32, 20, 1), new MemoryAvailable(PLENTY, 0, PLENTY, SOME));
        assertTrue(refused.problem().endsWith("but the computer has only 1.7 GB left."), refused.problem());
        assertTrue(refused.remedy().endsWith(", or close other programs."), refused.remedy());
    }

    @Test
    void whatJavaHasAlreadyNeedNotComeFromTheSystem() {
        final var need = MemoryEstimate.of(HEAVY, demand(32, 20, 1)).total();
        final var demand = demand(32, 20, 1);
        assertDoesNotThrow(() ->
                MemoryCheck.require(HEAVY, demand, new MemoryAvailable(PLENTY, need.heap(), PLENTY, need.outside())));
        refused(HEAVY, demand, new MemoryAvailable(PLENTY, need.heap() - 1, PLENTY, need.outside()));
    }

    @Test
    void whatJustFitsIsNotRefused() {
        final var need = MemoryEstimate.of(HEAVY, demand(32, 20, 1)).total();
        final var demand = demand(32, 20, 1);
        assertDoesNotThrow(() -> MemoryCheck.require(
                HEAVY, demand, new MemoryAvailable(need.heap(), 0, need.outside(), need.heap() + need.outside())));
        refused(HEAVY, demand, heap(need.heap() - 1));
        refused(HEAVY, demand, new MemoryAvailable(PLENTY, PLENTY, need.outside() - 1, PLENTY));
    }

    @Test
    void thisProcessHasEnoughForASmallNetwork() {
        assertDoesNotThrow(() -> MemoryCheck.require(LIGHT, demand(32, 50, 1)));
    }

    @Test
    void thisProcessHasNotEnoughForAVeryLargeOne() {
        final var huge = plan(Inputs.numbers(1), 4096, 4, Optional.empty());
        assertThrows(TooLittleMemoryException.class, () -> MemoryCheck.require(huge, demand(512, 50, 16)));
    }
}
