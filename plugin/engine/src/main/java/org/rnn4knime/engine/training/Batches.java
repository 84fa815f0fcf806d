package org.rnn4knime.engine.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.Windows;

/** Cuts windows into batches, shuffled or as they are. */
final class Batches {

    /** An array cannot hold more. */
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    /** So many batches are filled together, so that windows of about the same length meet in a batch. */
    private static final int BATCHES_TOGETHER = 32;

    private final BatchReader reader;

    private final int batchSize;

    private final int[] order;

    private final boolean areEquallyLong;

    /**
     * @param reader of at least one window
     * @param batchSize the windows of a batch
     * @throws UnusableDataException if no array can hold a batch
     */
    Batches(final BatchReader reader, final int batchSize) {
        this.reader = reader;
        final var windows = reader.windows();
        this.order = IntStream.range(0, windows.size()).toArray();
        this.batchSize = Math.min(batchSize, windows.size());
        final var lengths = Arrays.stream(order).map(windows::length).summaryStatistics();
        this.areEquallyLong = lengths.getMin() == lengths.getMax();
        final var values = this.batchSize * reader.values(lengths.getMax());
        if (values > MOST_VALUES) {
            throw new UnusableDataException(
                    String.format(
                            Locale.ROOT,
                            "A batch of %,d windows of up to %,d time steps has %,d values, but %,d is the most.",
                            this.batchSize,
                            lengths.getMax(),
                            values,
                            MOST_VALUES),
                    "Lower the batch size or the sequence length, or set a maximum length.");
        }
    }

    /** The number of batches. */
    int count() {
        return (order.length + batchSize - 1) / batchSize;
    }

    /** The number of windows. */
    int windows() {
        return order.length;
    }

    /** The steps of the longest window. */
    int longest() {
        return reader.windows().longest();
    }

    /**
     * Puts the windows in a random order (Fisher and Yates) that depends on nothing before. Where they differ in length, neighbours in this order are sorted by it, for
     * short windows beside a long one cost as much as if they were long.
     */
    void shuffle(final Random random) {
        Arrays.setAll(order, window -> window);
        shuffle(order, order.length, random);
        if (!areEquallyLong) {
            for (int from = 0; from < order.length; from += BATCHES_TOGETHER * batchSize) {
                sortByLength(from, Math.min(order.length, from + BATCHES_TOGETHER * batchSize), random);
            }
        }
    }

    private static void shuffle(final int[] values, final int size, final Random random) {
        for (int index = size - 1; index > 0; index--) {
            final var other = random.nextInt(index + 1);
            final var swapped = values[index];
            values[index] = values[other];
            values[other] = swapped;
        }
    }

    /** Sorts windows into batches, and puts the full ones of these in a random order. */
    private void sortByLength(final int from, final int to, final Random random) {
        final Windows windows = reader.windows();
        final var sorted = Arrays.stream(order, from, to)
                .boxed()
                .sorted(Comparator.comparingInt(windows::length))
                .mapToInt(Integer::intValue)
                .toArray();
        final var batches =
                IntStream.range(0, (sorted.length + batchSize - 1) / batchSize).toArray();
        // The last one of all may be smaller, so it keeps its place.
        shuffle(batches, sorted.length / batchSize, random);
        int next = from;
        for (final var batch : batches) {
            final var size = Math.min(batchSize, sorted.length - batch * batchSize);
            System.arraycopy(sorted, batch * batchSize, order, next, size);
            next += size;
        }
    }

    /** A batch, counted from 0. */
    Batch get(final int index) {
        return reader.read(order, index * batchSize, Math.min(order.length, (index + 1) * batchSize));
    }
}
