package org.rnn4knime.standin.runner.execution;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.knime.core.node.NodeProgressMonitor;

/** The thread that nodes are executed in, and the way to cancel the one that is being executed. */
public final class NodeWorker implements AutoCloseable {

    /** KNIME interrupts so long after it has told the progress monitor. */
    private static final int MILLIS_TO_INTERRUPT = 20;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        final var thread = new Thread(task, "KNIME worker");
        // A node that does not react to being canceled must not keep the program alive.
        thread.setDaemon(true);
        return thread;
    });

    private final Object lock = new Object();

    private Optional<Running> running = Optional.empty();

    private boolean canceled;

    private record Running(NodeProgressMonitor monitor, Thread thread) {}

    /**
     * Does something in the worker's thread and waits for it.
     *
     * @param monitor what {@link #cancel} tells that it is canceled
     * @param task what to do
     * @return what it returns
     * @throws ExecutionException with the exception that the task threw
     */
    <T> T call(final NodeProgressMonitor monitor, final Callable<T> task) throws ExecutionException {
        final var result = executor.submit(() -> {
            begin(new Running(monitor, Thread.currentThread()));
            try {
                return task.call();
            } finally {
                end();
            }
        });
        while (true) {
            try {
                return result.get();
            } catch (final InterruptedException exception) {
                // The user's way to end a run is the shutdown hook; nobody else interrupts this thread.
                cancel();
            }
        }
    }

    private void begin(final Running task) {
        synchronized (lock) {
            running = Optional.of(task);
            if (canceled) {
                task.monitor().setExecuteCanceled();
            }
        }
    }

    private void end() {
        synchronized (lock) {
            running = Optional.empty();
            // So that an interrupt that came too late does not hit the next node.
            Thread.interrupted();
        }
    }

    /** Cancels the node that is being executed, as KNIME does, and all that would come after it. */
    public void cancel() {
        synchronized (lock) {
            canceled = true;
            running.ifPresent(task -> task.monitor().setExecuteCanceled());
        }
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_TO_INTERRUPT);
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
        synchronized (lock) {
            running.ifPresent(task -> task.thread().interrupt());
        }
    }

    /** Whether the run was canceled. */
    public boolean isCanceled() {
        synchronized (lock) {
            return canceled;
        }
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
