package org.rnn4knime.engine.network;

/**
 * How many windows are computed at once. A batch is computed in slices of this width, so that neither a time step nor a pass
 * over all steps' states takes long, and memory does not grow with the batch. It follows from the settings alone, as rounding
 * depends on it.
 */
final class SliceWidth {

    /** Multiplications of a state by its weights in one time step: a tenth of a second on a slow processor. */
    private static final long MOST_PRODUCTS = 1L << 30;

    /** Values of the states of all time steps. */
    private static final long MOST_VALUES = 1L << 22;

    private SliceWidth() {}

    static int of(final NetworkSettings settings, final int length) {
        final long hidden = settings.hiddenUnits();
        return (int) Math.max(1, Math.min(MOST_PRODUCTS / (hidden * hidden), MOST_VALUES / (length * hidden)));
    }
}
