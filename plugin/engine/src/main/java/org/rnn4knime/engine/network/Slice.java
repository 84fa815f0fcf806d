package org.rnn4knime.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.kernel.Signal;
import org.rnn4knime.engine.sequence.Tensor;

/**
 * Some windows of a batch that one thread computes together.
 *
 * @param number counted from 0
 * @param windows their places in the batch
 * @param lengths of each
 * @param steps of the longest
 */
record Slice(int number, int[] windows, int[] lengths, int steps) {

    /**
     * Cuts a batch.
     *
     * @param lengths of all windows
     * @param width the windows of each slice but the last
     * @param byLength whether windows of like length come together, so that little beyond their ends is computed
     */
    static List<Slice> of(final int[] lengths, final int width, final boolean byLength) {
        final var order = IntStream.range(0, lengths.length).boxed();
        final var sorted = byLength ? order.sorted(Comparator.comparing(window -> -lengths[window])) : order;
        final var windows = sorted.mapToInt(Integer::intValue).toArray();
        final var slices = new ArrayList<Slice>();
        for (int first = 0; first < windows.length; first += width) {
            final var some = Arrays.copyOfRange(windows, first, Math.min(first + width, windows.length));
            final var theirs =
                    Arrays.stream(some).map(window -> lengths[window]).toArray();
            slices.add(new Slice(
                    slices.size(), some, theirs, Arrays.stream(theirs).max().orElse(0)));
        }
        return slices;
    }

    int width() {
        return windows.length;
    }

    /** Copies the windows' values; behind their ends stands something else. */
    void read(final Tensor from, final Signal to, final int[] ends, final float beyond) {
        to.resize(Arrays.stream(ends).max().orElse(0), ends);
        final var adjacent = windows[width() - 1] - windows[0] == width() - 1 && isIncreasing();
        for (int step = 0; step < to.steps(); step++) {
            final var values = to.at(step);
            for (int feature = 0; feature < from.features(); feature++) {
                final var row = from.index(step, feature, 0);
                if (adjacent) {
                    System.arraycopy(from.values(), row + windows[0], values, feature * width(), width());
                } else {
                    for (int window = 0; window < width(); window++) {
                        values[feature * width() + window] = from.values()[row + windows[window]];
                    }
                }
            }
            to.fillEnded(step, values, beyond);
        }
    }

    private boolean isIncreasing() {
        for (int window = 1; window < width(); window++) {
            if (windows[window] < windows[window - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Copies the windows' values to their places. */
    void write(final Signal from, final Tensor to) {
        for (int step = 0; step < from.steps(); step++) {
            for (int feature = 0; feature < from.features(); feature++) {
                final var row = to.index(step, feature, 0);
                for (int window = 0; window < width(); window++) {
                    to.values()[row + windows[window]] = from.at(step)[feature * width() + window];
                }
            }
        }
    }
}
