package org.rnn4knime.engine.training;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.Windows;

/** Cuts windows into batches, shuffled or as they are; batches of the same size share their memory. */
final class Batches {

    /** An array cannot hold more. */
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private final Windows windows;

    private final double[][] encoded;

    private final int[] order;

    private final boolean everyStep;

    private final Batch full;

    private final Batch last;

    /**
     * @param windows at least one
     * @param encoded the steps of each sequence
     * @param settings with the steps of a window, the windows of a batch, and whether each step has a target or the last one
     * @throws UnusableDataException if no array can hold a batch
     */
    Batches(final Windows windows, final double[][] encoded, final RnnSettings settings) {
        this.windows = windows;
        this.encoded = encoded;
        this.everyStep = settings.plan().outputs().scope() == Outputs.Scope.STEP;
        final var length = settings.sequences().sequenceLength();
        final var batchSize = settings.training().batchSize();
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
        this.full = newBatch(size, length);
        this.last = rest == 0 ? full : newBatch(rest, length);
    }

    private Batch newBatch(final int size, final int length) {
        return Batch.ofEqualLength(Tensor.zeros(length, 1, size), Tensor.zeros(everyStep ? length : 1, 1, size));
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
            final var steps = encoded[windows.sequence(window)];
            final var target = windows.target(window);
            batch.inputs().putSteps(slot, steps, target - batch.inputs().steps());
            batch.targets().putSteps(slot, steps, target - batch.targets().steps() + 1);
        }
        return batch;
    }
}
