package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;

class EarlyStoppingTest {

    private static final int EPOCHS = 40;

    /** Noise, of which there is nothing to learn but by heart. */
    private static final Table NOISE =
            table(numbers("y", new Random(3).doubles(60).map(value -> value * 7).toArray()));

    private static final Setup SETUP = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE))
            .network(CellType.GRU, 6)
            .validation(ValidationSplit.IN_TIME, 0.3)
            .epochs(EPOCHS, 0.03);

    private static List<TrainedNetwork> train(final Setup setup) {
        return setup.train(NOISE).networks();
    }

    private static double loss(final EpochRecord epoch) {
        return epoch.validationLoss().orElseThrow();
    }

    /** Where a training ends, and which epoch is the best until then, as the losses of a longer one tell. */
    private static int[] expected(final List<EpochRecord> history, final int patience, final double minDelta) {
        int reference = 0;
        int best = 0;
        for (int epoch = 1; epoch < history.size(); epoch++) {
            if (loss(history.get(epoch)) < loss(history.get(best))) {
                best = epoch;
            }
            if (loss(history.get(epoch)) < loss(history.get(reference)) - minDelta) {
                reference = epoch;
            } else if (epoch - reference == patience) {
                return new int[] {epoch + 1, best + 1};
            }
        }
        return new int[] {history.size(), best + 1};
    }

    private static void assertKeepsTheBest(
            final TrainedNetwork free, final TrainedNetwork stopped, final int end, final int best) {
        assertEquals(ModelBytes.timeless(free.history().subList(0, end)), ModelBytes.timeless(stopped.history()));
        assertEquals(best, stopped.bestEpoch());
        assertEquals(best, stopped.state().epochs());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "5, 0", "12, 0", "1, 0.002", "3, 0.002", "3, 0.05", "2, 1000", "1000, 0", "1000, 0.002"
    })
    void itEndsWhereTheLossesSayAndKeepsTheBestWeights(final int patience, final double minDelta) {
        final var free = train(SETUP).get(0);
        final var stopped = train(SETUP.early(patience, minDelta)).get(0);
        final var expected = expected(free.history(), patience, minDelta);

        assertKeepsTheBest(free, stopped, expected[0], expected[1]);
        final var best = train(SETUP.epochs(expected[1])).get(0);
        assertArrayEquals(best.parameters(), stopped.parameters());
        assertEquals(
                best.state().optimizer().steps(), stopped.state().optimizer().steps());
        for (int array = 0; array < 2; array++) {
            assertArrayEquals(
                    best.state().optimizer().values().get(array),
                    stopped.state().optimizer().values().get(array));
        }
    }

    @Test
    void theExamplesEndEarlyAndWaitDifferently() {
        final var history = train(SETUP).get(0).history();
        final var one = expected(history, 1, 0);
        final var five = expected(history, 5, 0);
        assertTrue(one[0] > 2 && one[0] < five[0] && five[0] < EPOCHS, one[0] + ", " + five[0]);
        assertTrue(expected(history, 3, 0.05)[0] != expected(history, 3, 0)[0]);
    }

    @Test
    void eachNetworkStopsOnItsOwn() {
        final var free = train(SETUP.networks(3));
        final var stopped = train(SETUP.networks(3).early(2, 0));
        for (int number = 0; number < 3; number++) {
            final var expected = expected(free.get(number).history(), 2, 0);
            assertKeepsTheBest(free.get(number), stopped.get(number), expected[0], expected[1]);
        }
    }

    @Test
    void withoutEarlyStoppingTheBestEpochIsToldAndTheLastWeightsStay() {
        final var network = train(SETUP).get(0);

        assertEquals(expected(network.history(), EPOCHS, 0)[1], network.bestEpoch());
        assertEquals(EPOCHS, network.state().epochs());
        assertTrue(network.bestEpoch() < EPOCHS);
    }

    @Test
    void itNeedsSomethingToMeasureBy() {
        final var setup = SETUP.validation(ValidationSplit.AUTOMATIC, 0).early(3, 0);
        final var words =
                "Early stopping needs a part that is held back from learning, but the validation fraction is 0."
                        + " Raise it, for example to 0.2, or connect a table with validation data, or switch early stopping off.";

        assertEquals(words, Refusals.ofSettings(() -> setup.train(NOISE)));
        assertEquals(
                words, Refusals.ofSettings(() -> setup.settings().training().requireValidation(false)));
        final var trained = Trainer.train(
                new TrainingJob(NOISE, Optional.of(NOISE), setup.settings(), Optional.empty(), 1),
                TrainingListener.NONE);
        assertTrue(trained.model().networks().get(0).history().size() <= EPOCHS);
    }
}
