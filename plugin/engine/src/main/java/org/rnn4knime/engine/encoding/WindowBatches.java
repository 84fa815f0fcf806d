package org.rnn4knime.engine.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts windows into batches to predict by, in which nothing is learned and so their order does not matter. */
public final class WindowBatches {

    /** Enough to be fast, few enough not to take much memory. */
    private static final int WINDOWS_AT_ONCE = 128;

    /** The values of a batch that a computer of any size has room for. */
    private static final long VALUES_AT_ONCE = 1L << 24;

    private WindowBatches() {}

    /**
     * The members of each batch: windows of about the same length together, the last one of a batch is the longest.
     *
     * @param reader of the windows
     * @param windows their numbers
     * @param outputs the values that are written at each step
     */
    public static List<int[]> of(final BatchReader reader, final IntStream windows, final int outputs) {
        // A length and a number in one: millions of windows as objects would need much memory.
        final var members = windows.mapToLong(window -> (long) reader.windows().length(window) << Integer.SIZE | window)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
        final var values = Math.max(outputs, reader.sequences().features());
        final var batches = new ArrayList<int[]>();
        for (int from = 0; from < members.length; ) {
            int to = from + 1;
            while (to < members.length && to - from < most(reader.windows().length(members[to]), values)) {
                to++;
            }
            batches.add(Arrays.copyOfRange(members, from, to));
            from = to;
        }
        return batches;
    }

    /**
     * The windows of a batch at the most.
     *
     * @param steps of the longest of them
     * @param values that are read or written at each step
     */
    public static int most(final int steps, final int values) {
        return (int) Math.max(1, Math.min(WINDOWS_AT_ONCE, VALUES_AT_ONCE / Math.max(1, (long) steps * values)));
    }
}
