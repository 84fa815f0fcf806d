package org.rnn4knime.engine.network;

import java.util.List;
import org.rnn4knime.engine.network.kernel.LayerKernel;

/**
 * How many windows are computed at once. A batch is computed in slices of this width, so that threads share it, neither a time step nor
 * a pass over all steps' values takes long, and memory does not grow with the batch. It follows from the network and the batch alone,
 * never from the number of threads, as rounding depends on it.
 */
final class SliceWidth {

    /** Narrower ones cost the matrix products more than a second thread saves. */
    private static final int NARROWEST = 16;

    /** Wider ones save the matrix products little, and leave less for many threads to share. */
    private static final int WIDEST = 64;

    /** So that two threads have something to do. */
    private static final int FEWEST_SLICES = 2;

    /** Multiplications in one time step: a tenth of a second on a slow processor. */
    private static final long MOST_PRODUCTS = 1L << 32;

    /** Values of all steps and layers: some hundred megabytes a thread. */
    private static final long MOST_VALUES = 1L << 26;

    private SliceWidth() {}

    /** For a batch of so many windows of so many steps. */
    static int of(final List<LayerKernel> kernels, final int windows, final int steps) {
        final var products = kernels.stream().mapToLong(LayerKernel::parameters).sum();
        final var values =
                kernels.stream().mapToLong(LayerKernel::valuesPerStep).sum();
        final var fitting =
                Math.min(MOST_PRODUCTS / Math.max(1, products), MOST_VALUES / (Math.max(1, steps) * values));
        final var wanted = Math.max(NARROWEST, Math.min(WIDEST, windows / FEWEST_SLICES));
        // Long windows differ in length from batch to batch: few different widths, as passes of each are kept.
        return (int) Math.max(1, fitting >= wanted ? wanted : Long.highestOneBit(fitting));
    }
}
