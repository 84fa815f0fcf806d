package org.rnn4knime.engine.training;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.Windows;

/** Cuts windows into batches, shuffled or as they are; batches of the same size share their memory. */
final class Batches {

    /** An array cannot hold more. */
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private final Windows windows;

    private final double[][] encoded;

    private final int[] order;

    private final Batch full;

    private final Batch last;

    /**
     * @param windows at least one
     * @param encoded the steps of each sequence
     * @param length the steps of a window
     * @throws UnusableDataException if no array can hold a batch
     */
    Batches(final Windows windows, final double[][] encoded, final int length, final int batchSize) {
        this.windows = windows;
        this.encoded = encoded;
        this.order = IntStream.range(0, windows.size()).toArray();
        final var size = Math.min(batchSize, windows.size());
        if ((long) size * length > MOST_VALUES) {
            throw new UnusableDataException(
                    String.format(
                            Locale.ROOT,
                            "A batch of %,d windows with a sequence length of %,d has %,d values, but %,d is the most.",
                            size,
                            length,
                            (long) size * length,
                            MOST_VALUES),
                    "Lower the batch size or the sequence length.");
        }
        final var rest = windows.size() % size;
        this.full = Batch.of(size, length);
        this.last = rest == 0 ? full : Batch.of(rest, length);
    }

    /** The number of batches. */
    int count() {
        return (windows.size() + full.size() - 1) / full.size();
    }

    /** The number of windows. */
    int windows() {
        return windows.size();
    }

    /** Puts the windows in a random order (Fisher and Yates). */
    void shuffle(final Random random) {
        for (int index = order.length - 1; index > 0; index--) {
            final var other = random.nextInt(index + 1);
            final var swapped = order[index];
            order[index] = order[other];
            order[other] = swapped;
        }
    }

    /** A batch, counted from 0; valid until the next call. */
    Batch get(final int index) {
        final var batch = index == count() - 1 ? last : full;
        for (int slot = 0; slot < batch.size(); slot++) {
            final var window = order[index * full.size() + slot];
            batch.set(slot, encoded[windows.sequence(window)], windows.target(window));
        }
        return batch;
    }
}
