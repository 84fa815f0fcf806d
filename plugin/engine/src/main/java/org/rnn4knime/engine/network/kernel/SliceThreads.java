package org.rnn4knime.engine.network.kernel;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Works through the slices of a batch, in the calling thread and a few more. A check that only the calling thread may make stops
 * all of them; nothing is still running when the call is over.
 */
public final class SliceThreads {

    private static final int MILLISECONDS_BETWEEN_CHECKS = 20;

    private static final AtomicInteger STARTED = new AtomicInteger();

    private static final ExecutorService POOL = Executors.newCachedThreadPool(work -> {
        final var thread = new Thread(work, "Recurrent network " + STARTED.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    private final Thread caller = Thread.currentThread();

    private final Runnable check;

    private final AtomicInteger next = new AtomicInteger();

    private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());

    private SliceThreads(final Runnable check) {
        this.check = check;
    }

    /** What is done to a slice. */
    public interface Work {

        /** Runs the pulse at every time step. */
        void run(int slice, Runnable pulse);
    }

    /**
     * Does the work for slices 0 to count - 1; what a check or a slice throws is thrown.
     *
     * @param check is run in the calling thread, at every time step and while it waits
     */
    public static void run(final int count, final int threads, final Runnable check, final Work work) {
        new SliceThreads(check).run(count, Math.max(0, Math.min(threads, count) - 1), work);
    }

    private void run(final int count, final int helpers, final Work work) {
        final var ended = new CountDownLatch(helpers);
        for (int helper = 0; helper < helpers; helper++) {
            start(ended, () -> drain(count, work));
        }
        drain(count, work);
        await(ended);
        failure.get().ifPresent(SliceThreads::rethrow);
    }

    /** Where the system gives no more threads, those that are there do the work. */
    private static void start(final CountDownLatch ended, final Runnable work) {
        try {
            POOL.execute(() -> {
                try {
                    work.run();
                } finally {
                    ended.countDown();
                }
            });
        } catch (OutOfMemoryError e) {
            ended.countDown();
        }
    }

    private void drain(final int count, final Work work) {
        guarded(() -> {
            for (int slice = next.getAndIncrement(); slice < count; slice = next.getAndIncrement()) {
                work.run(slice, this::pulse);
            }
        });
    }

    private void pulse() {
        if (failure.get().isPresent()) {
            throw new CancellationException("Another slice failed.");
        }
        if (Thread.currentThread() == caller) {
            check.run();
        }
    }

    /** The first failure counts; the others follow from it. */
    private void guarded(final Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(Optional.empty(), Optional.of(e));
        }
    }

    private void await(final CountDownLatch ended) {
        boolean interrupted = false;
        while (true) {
            try {
                if (ended.await(MILLISECONDS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS)) {
                    break;
                }
                guarded(this::pulse);
            } catch (InterruptedException e) {
                interrupted = true;
                guarded(() -> {
                    throw new CancellationException("Interrupted while a sequence was computed.");
                });
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
    }

    private static void rethrow(final Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
