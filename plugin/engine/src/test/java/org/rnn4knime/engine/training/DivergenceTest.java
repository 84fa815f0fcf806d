package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.table;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** What becomes of a training that runs away. */
class DivergenceTest {

    private static final String REMEDY = " Lower the learning rate, clip gradients by their global norm,"
            + " or normalize the target and the features if they are not.";

    private static final Pattern PROBLEM = Pattern.compile("The training ran away in epoch (\\d+) at the learning rate"
            + " 0.5: (the gradient is no finite number|the loss is NaN|the loss is (-)?Infinity)\\.");

    private static final Setup UNBOUNDED = Setup.of(
                    Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value"))
            .length(12)
            .network(new NetworkSettings(
                    CellType.ELMAN, 8, 1, false, Activation.RELU, Optional.empty(), Summary.LAST, 0))
            .plainDescent()
            .batchSize(8)
            .epochs(60, 0.5)
            .validation(ValidationSplit.IN_TIME, 0.2);

    /** A training that runs away after some epochs, and the epoch. */
    private static Setup late;

    private static int end;

    @BeforeAll
    static void find() {
        late = LongStream.range(1, 50)
                .mapToObj(UNBOUNDED::seed)
                .filter(setup -> endOf(setup) > 3)
                .findFirst()
                .orElseThrow();
        end = endOf(late);
    }

    /** The epoch in which a training runs away; 0 if it does not. */
    private static int endOf(final Setup setup) {
        try {
            setup.train(sine(60));
            return 0;
        } catch (DivergedException e) {
            final var matcher = PROBLEM.matcher(e.problem());
            assertTrue(matcher.matches(), e::problem);
            return Integer.parseInt(matcher.group(1));
        }
    }

    private static TrainedModel train(final Setup setup) {
        return Trainer.train(sine(60), setup.settings(), TrainingListener.NONE);
    }

    @Test
    void withoutEarlyStoppingItIsRefusedWithThreeWaysOut() {
        final var exception = assertThrows(DivergedException.class, () -> train(late));

        assertEquals(REMEDY.trim(), exception.remedy());
        assertEquals(exception.problem() + REMEDY, exception.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"VALUE, 1000000", "GLOBAL_NORM, 250000"})
    void aThresholdThatIsThereIsToBeLowered(final ClippingType type, final double threshold) {
        final var huge = IntStream.range(0, 60)
                .mapToDouble(row -> 1e300 * Math.sin(row + 1))
                .toArray();
        final var setup = late.normalization(Normalization.NONE).clipping(type, threshold);
        final var exception = assertThrows(DivergedException.class, () -> setup.train(table(numbers("value", huge))));

        assertTrue(exception.problem().startsWith("The training ran away in epoch 1 at"), exception::problem);
        assertEquals(
                "Lower the learning rate, lower the clipping threshold (now "
                        + (type == ClippingType.VALUE ? "1000000" : "250000")
                        + "), or normalize the target and the features if they are not.",
                exception.remedy());
    }

    @Test
    void clippingHelps() {
        assertEquals(0, endOf(late.clipping(ClippingType.GLOBAL_NORM, 0.1)));
    }

    @Test
    void withEarlyStoppingTheBestWeightsBeforeAreKept() {
        assertBestIsKept(late.early(1000, 0));
    }

    @Test
    void withALongestTimeTheBestWeightsBeforeAreKeptToo() {
        assertBestIsKept(
                late.stopping(new StoppingSettings(Optional.empty(), Optional.of(StoppingSettings.MOST_MINUTES))));
    }

    private static void assertBestIsKept(final Setup setup) {
        final var trained = train(setup);
        final var network = trained.model().networks().get(0);
        int best = 0;
        for (int epoch = 1; epoch < network.history().size(); epoch++) {
            final var loss = network.history().get(epoch).validationLoss().orElseThrow();
            best = loss < network.history().get(best).validationLoss().orElseThrow() ? epoch : best;
        }

        assertTrue(network.history().size() >= end - 1 && network.history().size() <= end);
        assertEquals(best + 1, network.bestEpoch());
        assertEquals(best + 1, network.state().epochs());
        assertArrayEquals(train(late.epochs(best + 1)).model().networks().get(0).parameters(), network.parameters());
        final var kept = " The weights of epoch " + (best + 1) + ", the best before, are kept.";
        final var warning = trained.warnings().get(0);
        assertTrue(warning.endsWith(kept + REMEDY), warning);
        final var problem = PROBLEM.matcher(warning.replace(kept + REMEDY, ""));
        assertTrue(problem.matches() && Integer.parseInt(problem.group(1)) == end, warning);
    }

    @Test
    void beforeTheFirstMeasurementThereIsNothingToKeep() {
        final var huge = IntStream.range(0, 60)
                .mapToDouble(row -> 1e300 * Math.sin(row + 1))
                .toArray();
        final var setup = late.normalization(Normalization.NONE).early(1000, 0);

        assertThrows(DivergedException.class, () -> setup.train(table(numbers("value", huge))));
    }

    @Test
    void oneOfSeveralNetworksThatRunsAwayEndsAllUnlessItsBestAreKept() {
        assertThrows(DivergedException.class, () -> train(late.networks(3)));
        final var trained = train(late.networks(3).early(1000, 0));

        assertEquals(3, trained.model().networks().size());
        assertTrue(trained.warnings().get(0).contains("the best before, are kept"), trained.warnings()::toString);
    }
}
