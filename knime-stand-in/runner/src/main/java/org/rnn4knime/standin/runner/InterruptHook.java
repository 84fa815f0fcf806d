package org.rnn4knime.standin.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rnn4knime.standin.runner.execution.NodeWorker;

/**
 * Cancels the run when the user interrupts it (Ctrl-C, or SIGINT), and holds the virtual machine back until the run has
 * said so in run.json.
 */
final class InterruptHook {

    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);

    private final Thread hook;

    private InterruptHook(final NodeWorker worker) {
        hook = new Thread(() -> cancel(worker), "cancel workflow");
    }

    /** From now on an interrupt cancels what the worker executes. */
    static InterruptHook install(final NodeWorker worker) {
        final var interrupt = new InterruptHook(worker);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void cancel(final NodeWorker worker) {
        worker.cancel();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended and told so. */
    void remove() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException shuttingDown) {
            // The hook itself ended the run and goes on now: there is nothing to remove.
        }
    }
}
