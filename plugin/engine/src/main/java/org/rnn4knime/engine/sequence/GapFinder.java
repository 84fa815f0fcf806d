package org.rnn4knime.engine.sequence;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what is missing in a series that would be regular without it, as {@link Order#gap} says. */
final class GapFinder {

    /** Percent of the steps. */
    private static final long LEAST_USUAL = 80;

    private GapFinder() {}

    /**
     * @param points at least two, in order
     * @param step their most usual step
     * @param rows the table's row of each point
     */
    static Optional<Gap> find(final List<ZonedDateTime> points, final TimeStep step, final int[] rows) {
        if (step.isRegular()) {
            return Optional.empty();
        }
        final var counts = IntStream.range(1, rows.length)
                .mapToLong(next -> step.count(points.get(next - 1), points.get(next)))
                .toArray();
        final var usual = Arrays.stream(counts).filter(count -> count == 1).count();
        if (100 * usual < LEAST_USUAL * counts.length || Arrays.stream(counts).anyMatch(count -> count == 0)) {
            return Optional.empty();
        }
        final var pauses = Pauses.of(points, step);
        final var holes = IntStream.range(0, counts.length)
                .filter(hole -> counts[hole] > 1 && pauses.stream().noneMatch(pause -> pause.explain(hole)))
                .toArray();
        final var missing =
                Arrays.stream(holes).mapToLong(hole -> counts[hole] - 1).sum();
        return Arrays.stream(holes)
                .mapToObj(hole -> new Gap(missing, rows[hole]))
                .findFirst();
    }
}
