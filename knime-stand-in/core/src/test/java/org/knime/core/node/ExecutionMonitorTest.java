package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4knime.standin.core.ProgressListener;

class ExecutionMonitorTest {

    private final DefaultNodeProgressMonitor progress = new DefaultNodeProgressMonitor();
    private final ExecutionMonitor monitor = new ExecutionMonitor(progress);

    @Test
    void staysBetweenNoneAndAll() {
        monitor.setProgress(1.5);
        assertEquals(1, progress.getProgress());
        monitor.setProgress(-1);
        assertEquals(0, progress.getProgress());
    }

    @Test
    void partsMoveTheWholeByTheirShares() {
        final var first = monitor.createSubProgress(0.5);
        final var second = monitor.createSubProgress(0.5).createSubProgress(0.5);
        first.setProgress(0.5);
        first.setProgress(1);
        second.setProgress(0.5);
        assertEquals(0.625, progress.getProgress(), 1e-12);
    }

    @Test
    void aPartSpeaksForTheWholeUnlessItIsSilent() {
        monitor.createSubProgress(0.5).setMessage("Epoch 1");
        monitor.createSilentSubProgress(0.5).setProgress(0.5, "unheard");
        assertEquals("Epoch 1", progress.getMessage());
    }

    @Test
    void tellsItsListeners() {
        final List<String> heard = new ArrayList<>();
        progress.addProgressListener(
                (ProgressListener) (fraction, message) -> heard.add(fraction.orElse(-1) + " " + message));
        monitor.setMessage("Epoch 1");
        monitor.setProgress(0.25);
        monitor.setProgress(0.5, () -> "Epoch 2");
        assertEquals(List.of("-1.0 Epoch 1", "0.25 Epoch 1", "0.5 Epoch 2"), heard);
    }

    @Test
    void aCancelReachesEachPart() {
        final var part = monitor.createSubProgress(0.5).createSilentSubProgress(0.5);
        assertDoesNotThrow(part::checkCanceled);
        progress.setExecuteCanceled();
        assertThrows(CanceledExecutionException.class, part::checkCanceled);
    }

    @Test
    void anInterruptOfTheThreadIsACancel() {
        Thread.currentThread().interrupt();
        assertThrows(CanceledExecutionException.class, monitor::checkCanceled);
        assertTrue(Thread.interrupted(), "the interrupt must stay for whoever ends the node");
        assertDoesNotThrow(monitor::checkCanceled);
    }
}
