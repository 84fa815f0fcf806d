package org.rnn4knime.engine.training;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.rnn4knime.engine.sequence.Interrupts;

/** Tells the listener how far all networks of a training are, and lets it cancel. Used by many threads. */
final class Watch {

    private static final long NANOS_BETWEEN_REPORTS = TimeUnit.MILLISECONDS.toNanos(250);

    private final TrainingListener listener;

    private final int batches;

    private final TimeLimit limit;

    private final double[] fractions;

    private final long begin = System.nanoTime();

    private volatile long lastReport = begin;

    private volatile Place last;

    /**
     * Where a network is.
     *
     * @param network counted from 0
     * @param epoch counted from 1
     * @param epochs the last epoch
     * @param batch that is done
     * @param loss of the epoch so far
     * @param validationLoss the latest one
     */
    record Place(int network, int epoch, int epochs, int batch, double loss, OptionalDouble validationLoss) {}

    /**
     * A watch that begins now.
     *
     * @param networks their number
     * @param batches of an epoch
     * @param limit how long all may take
     * @param first where it begins
     */
    Watch(
            final TrainingListener listener,
            final int networks,
            final int batches,
            final TimeLimit limit,
            final Place first) {
        this.listener = listener;
        this.batches = batches;
        this.limit = limit;
        this.fractions = new double[networks];
        this.last = first;
    }

    /**
     * Tells where a network is.
     *
     * @param fraction the done part of its training, from 0 to 1
     */
    synchronized void report(final Place place, final double fraction) {
        last = place;
        fractions[place.network] = fraction;
        tell();
    }

    /** To be called at every time step: gives a sign of life if the last one is long ago, and lets the listener cancel. */
    void pulse() {
        listener.checkCanceled();
        Interrupts.refuse();
        if (isSilent()) {
            synchronized (this) {
                // Another thread may have told meanwhile.
                if (isSilent()) {
                    tell();
                }
            }
        }
    }

    private boolean isSilent() {
        return System.nanoTime() - lastReport > NANOS_BETWEEN_REPORTS;
    }

    private void tell() {
        lastReport = System.nanoTime();
        double sum = 0;
        for (final var fraction : fractions) {
            sum += fraction;
        }
        final var done = sum / fractions.length;
        listener.checkCanceled();
        listener.progress(new TrainingProgress(
                last.network + 1,
                fractions.length,
                last.epoch,
                last.epochs,
                last.batch,
                batches,
                last.loss,
                last.validationLoss,
                done,
                done > 0 ? Optional.of(left(done)) : Optional.empty()));
    }

    /** As long as the rest takes at the pace so far, but no longer than the training may take. */
    private Duration left(final double done) {
        final var elapsed = System.nanoTime() - begin;
        final var rest = Duration.ofNanos((long) (elapsed * (1 - done) / done));
        return limit.left().filter(some -> some.compareTo(rest) < 0).orElse(rest);
    }
}
