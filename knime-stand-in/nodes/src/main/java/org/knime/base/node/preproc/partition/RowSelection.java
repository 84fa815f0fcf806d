package org.knime.base.node.preproc.partition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses the rows of the first part. */
final class RowSelection {

    private RowSelection() {}

    /** The first rows of the table. */
    static BitSet first(final int count) {
        final var chosen = new BitSet();
        chosen.set(0, count);
        return chosen;
    }

    /** Rows at equal distances, among them the first and, if there are two or more, the last. */
    static BitSet linear(final int rows, final int count) {
        final var chosen = new BitSet();
        for (var index = 0; index < count; index++) {
            final var position = count == 1 ? 0 : Math.round(index * (rows - 1.0) / (count - 1));
            chosen.set((int) position);
        }
        return chosen;
    }

    /** Rows drawn at random, each at most once. */
    static BitSet random(final int rows, final int count, final Random random) {
        return draw(IntStream.range(0, rows).boxed().toList(), count, random);
    }

    /**
     * Rows drawn at random from each class, so that the classes' shares stay as near as whole rows allow.
     *
     * @param classes the class of each row
     */
    static BitSet stratified(final List<?> classes, final int count, final Random random) {
        final Map<Object, List<Integer>> rowsByClass = IntStream.range(0, classes.size())
                .boxed()
                .collect(Collectors.groupingBy(classes::get, LinkedHashMap::new, Collectors.toList()));
        final var groups = List.copyOf(rowsByClass.values());
        final var shares = groups.stream()
                .mapToDouble(group -> (double) count * group.size() / classes.size())
                .toArray();
        final var counts = IntStream.range(0, shares.length)
                .map(group -> (int) shares[group])
                .toArray();
        final var byRemainder = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(group -> counts[group] - shares[group]))
                .toList();
        final var left = count - IntStream.of(counts).sum();
        byRemainder.subList(0, left).forEach(group -> counts[group]++);
        final var chosen = new BitSet();
        for (var group = 0; group < counts.length; group++) {
            chosen.or(draw(groups.get(group), counts[group], random));
        }
        return chosen;
    }

    private static BitSet draw(final List<Integer> rows, final int count, final Random random) {
        final var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        final var chosen = new BitSet();
        shuffled.subList(0, count).forEach(chosen::set);
        return chosen;
    }
}
