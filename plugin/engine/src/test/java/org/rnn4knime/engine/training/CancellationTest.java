package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4knime.engine.Examples.sine;
import static org.rnn4knime.engine.Examples.small;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;

@Timeout(60)
class CancellationTest {

    private static final int LENGTH = 200;

    private static final int BATCH_SIZE = 512;

    /** A network that takes many seconds for one batch. */
    private static RnnSettings large() {
        final var settings = small(LENGTH, new TrainingSettings(1, BATCH_SIZE, 0.01, 0, 1));
        return new RnnSettings(
                settings.data(),
                settings.sequences(),
                settings.encoding(),
                new NetworkSettings(CellType.LSTM, 256),
                settings.training());
    }

    private static RnnSettings endless() {
        return small(5, new TrainingSettings(1_000_000, 8, 0.02, 0.2, 1));
    }

    /** Says when a training computes, and stops it in the middle of a batch if that is wanted. */
    private static final class Listener implements TrainingListener {

        private final CountDownLatch computing = new CountDownLatch(20);

        private final boolean cancels;

        Listener(final boolean cancels) {
            this.cancels = cancels;
        }

        @Override
        public void progress(final TrainingProgress progress) {
            // Nobody looks at it here.
        }

        @Override
        public void checkCanceled() {
            computing.countDown();
            if (cancels && computing.getCount() == 0) {
                throw new CancellationException();
            }
        }
    }

    private static void assertEndsWithinASecondAfterAnInterrupt(final RnnSettings settings)
            throws InterruptedException {
        final var listener = new Listener(false);
        final var end = new AtomicReference<Throwable>();
        final var thread = new Thread(() -> {
            try {
                Trainer.train(sine(LENGTH + BATCH_SIZE), settings, listener);
            } catch (CancellationException e) {
                end.set(e);
            }
        });
        thread.start();
        listener.computing.await();
        TimeUnit.MILLISECONDS.sleep(100);
        thread.interrupt();
        thread.join(1000);

        assertInstanceOf(CancellationException.class, end.get());
    }

    @Test
    void theListenerCancelsAfterABatch() {
        assertThrows(
                CancellationException.class,
                () -> Trainer.train(sine(100), endless(), progress -> {
                    throw new CancellationException();
                }));
    }

    @Test
    @Timeout(5)
    void theListenerCancelsInTheMiddleOfABatch() {
        assertThrows(
                CancellationException.class,
                () -> Trainer.train(sine(LENGTH + BATCH_SIZE), large(), new Listener(true)));
    }

    @Test
    void anInterruptCancelsManySmallBatchesWithinASecond() throws InterruptedException {
        assertEndsWithinASecondAfterAnInterrupt(endless());
    }

    @Test
    void anInterruptCancelsOneLargeBatchWithinASecond() throws InterruptedException {
        assertEndsWithinASecondAfterAnInterrupt(large());
    }

    @Test
    void aThreadTrainsAsBeforeAfterACancellation() {
        final var settings = small(5, new TrainingSettings(2, 8, 0.02, 0.2, 1));
        final var before = Trainer.train(sine(50), settings, TrainingListener.NONE);
        assertThrows(CancellationException.class, () -> Trainer.train(sine(50), settings, new Listener(true)));

        assertArrayEquals(
                before.model().networks().get(0).parameters(),
                Trainer.train(sine(50), settings, TrainingListener.NONE)
                        .model()
                        .networks()
                        .get(0)
                        .parameters());
    }
}
