package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.training.TrainingProgress;

class TrainingMonitorTest {

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
        final var progress = progress(OptionalDouble.empty(), seconds);

        assertEquals("Epoch 3 of 200: loss 0.0123, " + words, TrainingMonitor.message(progress));
    }

    @Test
    void tellsTheValidationLossWhereThereIsOne() {
        final var progress = progress(OptionalDouble.of(0.5), 0);

        assertEquals(
                "Epoch 3 of 200: loss 0.0123, validation loss 0.500, less than a minute left",
                TrainingMonitor.message(progress));
    }

    @Test
    void movesTheBarOfTheNode() {
        final var node = new ExecutionMonitor(new DefaultNodeProgressMonitor());

        new TrainingMonitor(node).progress(progress(OptionalDouble.empty(), 0));

        assertEquals(2.5 / 200, node.getProgressMonitor().getProgress(), 1e-9);
    }

    @Test
    void stopsTheTrainingWhenTheUserCancels() {
        final var node = new ExecutionMonitor(new DefaultNodeProgressMonitor());
        node.getProgressMonitor().setExecuteCanceled();
        final var monitor = new TrainingMonitor(node);
        final var progress = progress(OptionalDouble.empty(), 0);

        assertThrows(CancellationException.class, () -> monitor.progress(progress));
    }

    private static TrainingProgress progress(final OptionalDouble validationLoss, final long secondsLeft) {
        return new TrainingProgress(3, 200, 1, 2, 0.01234, validationLoss, Duration.ofSeconds(secondsLeft));
    }
}
