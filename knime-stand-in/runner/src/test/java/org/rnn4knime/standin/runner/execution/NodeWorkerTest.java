package org.rnn4knime.standin.runner.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;

class NodeWorkerTest {

    private final NodeWorker worker = new NodeWorker();

    private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();

    @Test
    void givesBackWhatTheTaskReturnsOrThrows() throws Exception {
        assertEquals("done", worker.call(monitor, () -> "done"));
        final var failure = assertThrows(
                ExecutionException.class,
                () -> worker.call(monitor, () -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals("broken", failure.getCause().getMessage());
        assertFalse(worker.isCanceled());
    }

    @Test
    void interruptsATaskThatDoesNotAskItsMonitor() {
        final var running = new CountDownLatch(1);
        final var canceler = new Thread(() -> {
            awaitQuietly(running);
            worker.cancel();
        });
        canceler.start();
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThrows(
                        ExecutionException.class,
                        () -> worker.call(monitor, () -> {
                            running.countDown();
                            TimeUnit.MINUTES.sleep(1);
                            return "slept";
                        })));
        assertTrue(worker.isCanceled());
    }

    @Test
    void tellsTheMonitorOfATaskThatBeginsAfterwards() {
        worker.cancel();
        final var failure = assertThrows(
                ExecutionException.class,
                () -> worker.call(monitor, () -> {
                    monitor.checkCanceled();
                    return "went on";
                }));
        assertTrue(failure.getCause() instanceof CanceledExecutionException);
    }

    private static void awaitQuietly(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}
