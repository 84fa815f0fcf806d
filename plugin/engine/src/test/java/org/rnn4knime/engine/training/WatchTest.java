package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** What a listener is told of a training, and how it ends one. */
@Timeout(60)
class WatchTest {

    private static final Setup SMALL =
            Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value")).batchSize(8);

    /** A batch of it takes many seconds. */
    private static final Setup LARGE =
            SMALL.length(200).network(CellType.LSTM, 512).batchSize(512).epochs(1);

    private static final Setup ENDLESS = SMALL.epochs(1_000_000).networks(3);

    private static List<TrainingProgress> seen(final Setup setup, final int threads) {
        final var seen = new ArrayList<TrainingProgress>();
        Trainer.train(TrainingJob.of(sine(60), setup.settings()).onThreads(threads), seen::add);
        return seen;
    }

    /** Cancels once something is so, in whatever thread that is found out. */
    private record Canceller(BooleanSupplier cancels, AtomicLong calls) implements TrainingListener {

        Canceller(final BooleanSupplier cancels) {
            this(cancels, new AtomicLong());
        }

        @Override
        public void progress(final TrainingProgress progress) {
            // Nobody looks at it here.
        }

        @Override
        public void checkCanceled() {
            calls.incrementAndGet();
            if (cancels.getAsBoolean()) {
                throw new CancellationException();
            }
        }
    }

    @Test
    void aLongBatchGivesSignsOfLife() {
        final var seen = new ArrayList<TrainingProgress>();
        final var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        assertThrows(
                CancellationException.class,
                () -> Trainer.train(sine(712), LARGE.settings(), new TrainingListener() {
                    @Override
                    public void progress(final TrainingProgress progress) {
                        seen.add(progress);
                    }

                    @Override
                    public void checkCanceled() {
                        if (System.nanoTime() > end) {
                            throw new CancellationException();
                        }
                    }
                }));

        assertTrue(seen.size() >= 6, () -> seen.size() + " reports in three seconds");
        for (final var progress : seen) {
            assertEquals(0, progress.batch());
            assertEquals(1, progress.epoch());
            assertEquals(0, progress.fraction());
            assertEquals(Optional.empty(), progress.timeLeft());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "3, 1", "3, 2", "4, 4"})
    void theFractionRisesToOne(final int networks, final int threads) {
        final var seen = seen(SMALL.networks(networks).epochs(3).validation(ValidationSplit.IN_TIME, 0.2), threads);
        double before = 0;
        for (final var progress : seen) {
            assertTrue(progress.fraction() >= before && progress.fraction() <= 1, progress::toString);
            assertEquals(progress.fraction() > 0, progress.timeLeft().isPresent());
            assertTrue(progress.network() >= 1 && progress.network() <= networks, progress::toString);
            assertEquals(networks, progress.networks());
            assertTrue(progress.epoch() >= 1 && progress.epoch() <= progress.epochs(), progress::toString);
            assertTrue(progress.batch() <= progress.batches(), progress::toString);
            before = progress.fraction();
        }
        assertEquals(1, before, 1e-12);
        assertEquals(0, seen.get(seen.size() - 1).timeLeft().orElseThrow().toMillis());
        final var told = new HashSet<Integer>();
        seen.forEach(progress -> told.add(progress.network()));
        assertEquals(networks, told.size());
    }

    @Test
    void aTrainingThatEndsEarlyIsDoneToo() {
        final var seen =
                seen(SMALL.networks(2).epochs(500, 0.3).early(1, 0).validation(ValidationSplit.IN_TIME, 0.3), 1);
        assertEquals(1, seen.get(seen.size() - 1).fraction(), 1e-12);
    }

    @Test
    void aTrainingThatTheTimeEndsIsDoneToo() {
        final var seen = seen(ENDLESS.stopping(new StoppingSettings(Optional.empty(), Optional.of(1e-9))), 1);
        assertEquals(1, seen.get(seen.size() - 1).fraction(), 1e-12);
    }

    @Test
    void theEpochsOfATrainingThatGoesOnAreCountedOn() {
        final var model = SMALL.epochs(3).train(sine(60));
        final var seen = new ArrayList<TrainingProgress>();
        Trainer.train(TrainingJob.of(sine(60), SMALL.epochs(2).settings()).continuing(model, true), seen::add);

        assertEquals(4, seen.get(0).epoch());
        assertEquals(5, seen.get(0).epochs());
        assertEquals(5, seen.get(seen.size() - 1).epoch());
        assertEquals(1, seen.get(seen.size() - 1).fraction(), 1e-12);
    }

    private static void train(final Setup setup, final int threads, final TrainingListener listener) {
        Trainer.train(TrainingJob.of(sine(712), setup.settings()).onThreads(threads), listener);
    }

    /** Nothing asks any more, so nothing computes any more. */
    private static void assertIsOver(final Canceller listener) throws InterruptedException {
        final var calls = listener.calls().get();
        assertTrue(calls > 0);
        TimeUnit.MILLISECONDS.sleep(200);
        assertEquals(calls, listener.calls().get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void theListenerEndsAllNetworks(final int threads) throws InterruptedException {
        for (final var setup : List.of(ENDLESS, LARGE.networks(2))) {
            final var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
            final var listener = new Canceller(() -> System.nanoTime() > end);
            assertThrows(CancellationException.class, () -> train(setup, threads, listener));
            assertIsOver(listener);
        }
    }

    @Test
    void theListenerEndsAllNetworksInWhateverThreadItIsAsked() throws InterruptedException {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final var caller = Thread.currentThread();
        final var listener = new Canceller(() -> {
            threads.add(Thread.currentThread());
            return Thread.currentThread() != caller;
        });
        assertThrows(CancellationException.class, () -> train(ENDLESS, 2, listener));

        assertIsOver(listener);
        assertTrue(threads.size() > 1);
    }

    @Test
    void anInterruptEndsAllNetworks() throws InterruptedException {
        final var listener = new Canceller(() -> false);
        final var thread = new Thread(() -> {
            try {
                train(ENDLESS, 3, listener);
            } catch (CancellationException e) {
                // That is wanted.
            }
        });
        thread.start();
        TimeUnit.MILLISECONDS.sleep(300);
        thread.interrupt();
        thread.join(2000);

        assertTrue(!thread.isAlive());
        assertIsOver(listener);
    }

    @Test
    void whatAProgressListenerThrowsEndsAllNetworks() {
        for (final var threads : new int[] {1, 3}) {
            final var failure = assertThrows(
                    IllegalStateException.class,
                    () -> train(ENDLESS, threads, progress -> {
                        throw new IllegalStateException("full");
                    }));
            assertEquals("full", failure.getMessage());
        }
    }

    /** What is left until the garbage is collected is a few hundred bytes a network, which say how its arrays are shaped. */
    private static void assertFreed(final long before) {
        final var left = Pointer.totalBytes() - before;
        // The large network alone has a megabyte of parameters.
        assertTrue(left < 30_000, () -> left + " bytes");
    }

    @Test
    void memoryOutsideOfTheHeapIsFreedWhateverTheEnd() {
        train(SMALL.networks(3), 2, TrainingListener.NONE);
        final var before = Pointer.totalBytes();
        train(SMALL.networks(3).network(CellType.LSTM, 128), 2, TrainingListener.NONE);
        assertFreed(before);
        for (final var threads : new int[] {1, 2, 4}) {
            final var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
            assertThrows(
                    CancellationException.class,
                    () -> train(LARGE.networks(2), threads, new Canceller(() -> System.nanoTime() > end)));
            assertFreed(before);
        }
        final var huge = table(numbers("value", 1e300, -1e300, 1e300, -1e300, 1e300));
        final var diverging =
                SMALL.networks(3).normalization(Normalization.NONE).network(CellType.LSTM, 128);
        assertThrows(DivergedException.class, () -> diverging.train(huge));
        assertFreed(before);
    }

    @Test
    void aNetworkThatRanAwayAndKeepsItsBestIsDoneToo() {
        final var unbounded =
                new NetworkSettings(CellType.ELMAN, 8, 1, false, Activation.RELU, Optional.empty(), Summary.LAST, 0);
        final var setup = SMALL.length(12)
                .network(unbounded)
                .plainDescent()
                .epochs(60, 0.5)
                .validation(ValidationSplit.IN_TIME, 0.2)
                .early(1000, 0);
        int found = 0;
        for (long seed = 1; seed < 50 && found == 0; seed++) {
            final var seen = new ArrayList<TrainingProgress>();
            try {
                final var trained = Trainer.train(sine(60), setup.seed(seed).settings(), seen::add);
                found += trained.warnings().get(0).contains("ran away") ? 1 : 0;
                assertEquals(1, seen.get(seen.size() - 1).fraction());
            } catch (DivergedException e) {
                // In its first epoch: not what is looked for.
                assertTrue(seen.isEmpty() || seen.get(seen.size() - 1).epoch() == 1, e::getMessage);
            }
        }
        assertEquals(1, found);
    }
}
