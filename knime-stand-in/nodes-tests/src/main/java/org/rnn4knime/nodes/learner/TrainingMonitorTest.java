package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.training.TrainingProgress;

class TrainingMonitorTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    @ParameterizedTest
    @CsvSource({
        "0, less than a minute left",
        "59, less than a minute left",
        "60, about 1 minute left",
        "100, about 2 minutes left",
        "7199, about 120 minutes left",
        "7200, about 2 hours left",
        "86400, about 24 hours left"
    })
    void tellsTheTimeLeftInWords(final long seconds, final String words) {
        final var progress = progress(UNKNOWN, seconds);

        assertEquals("Epoch 3 of 200, batch 5 of 12: loss 0.0123, " + words, TrainingMonitor.message(progress));
    }

    @Test
    void tellsTheValidationLossWhereThereIsOne() {
        final var progress = progress(OptionalDouble.of(0.5), 0);

        assertEquals(
                "Epoch 3 of 200, batch 5 of 12: loss 0.0123, validation loss 0.500, less than a minute left",
                TrainingMonitor.message(progress));
    }

    @Test
    void leavesOutATimeThatIsNotKnown() {
        final var progress = new TrainingProgress(1, 1, 3, 200, 5, 12, 0.01234, UNKNOWN, 0.2, Optional.empty());

        assertEquals("Epoch 3 of 200, batch 5 of 12: loss 0.0123", TrainingMonitor.message(progress));
    }

    @Test
    void tellsWhichOfSeveralNetworksItIs() {
        final var progress =
                new TrainingProgress(2, 5, 3, 200, 5, 12, 0.01234, UNKNOWN, 0.2, Optional.of(Duration.ofMinutes(3)));

        assertEquals(
                "Network 2 of 5, epoch 3 of 200, batch 5 of 12: loss 0.0123, about 3 minutes left",
                TrainingMonitor.message(progress));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5"})
    void preparesBeforeTheFirstBatch(final int network, final int networks) {
        final var progress =
                new TrainingProgress(network, networks, 1, 200, 0, 12, Double.NaN, UNKNOWN, 0, Optional.empty());

        assertEquals("Preparing the training", TrainingMonitor.message(progress));
    }

    @Test
    void preparesBeforeTheFirstBatchOfAModelThatIsContinued() {
        final var progress = new TrainingProgress(1, 1, 41, 80, 0, 12, Double.NaN, UNKNOWN, 0, Optional.empty());

        assertEquals("Preparing the training", TrainingMonitor.message(progress));
    }

    @Test
    void leavesOutALossThatIsNotKnown() {
        final var second =
                new TrainingProgress(2, 2, 1, 200, 0, 12, Double.NaN, UNKNOWN, 0.5, Optional.of(Duration.ofMinutes(1)));
        final var third =
                new TrainingProgress(1, 1, 3, 200, 0, 12, Double.NaN, OptionalDouble.of(0.5), 0.5, Optional.empty());

        assertEquals(
                "Network 2 of 2, epoch 1 of 200, batch 0 of 12, about 1 minute left", TrainingMonitor.message(second));
        assertEquals("Epoch 3 of 200, batch 0 of 12: validation loss 0.500", TrainingMonitor.message(third));
    }

    @Test
    void movesTheBarOfTheNode() {
        final var node = new ExecutionMonitor(new DefaultNodeProgressMonitor());

        new TrainingMonitor(node).progress(progress(UNKNOWN, 0));

        assertEquals(0.2, node.getProgressMonitor().getProgress(), 1e-9);
        assertEquals(
                "Epoch 3 of 200, batch 5 of 12: loss 0.0123, less than a minute left",
                node.getProgressMonitor().getMessage());
    }

    @Test
    void stopsTheTrainingWhenTheUserCancels() {
        final var node = new ExecutionMonitor(new DefaultNodeProgressMonitor());
        node.getProgressMonitor().setExecuteCanceled();
        final var monitor = new TrainingMonitor(node);
        final var progress = progress(UNKNOWN, 0);

        assertThrows(CancellationException.class, () -> monitor.progress(progress));
        assertThrows(CancellationException.class, monitor::checkCanceled);
    }

    private static TrainingProgress progress(final OptionalDouble validationLoss, final long secondsLeft) {
        return new TrainingProgress(
                1, 1, 3, 200, 5, 12, 0.01234, validationLoss, 0.2, Optional.of(Duration.ofSeconds(secondsLeft)));
    }
}
