package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.TreeMap;

/**
 * The value that comes up most often; of two as often, the smaller.
 *
 * @param value the value
 * @param isOnly whether there is no other
 */
record MostUsual<T extends Comparable<? super T>>(T value, boolean isOnly) {

    /** Of at least one value. */
    static <T extends Comparable<? super T>> MostUsual<T> of(final List<T> values) {
        final var counts = new TreeMap<T, Integer>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        final int most = counts.values().stream().max(Integer::compare).orElseThrow();
        final var value = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
        return new MostUsual<>(value, counts.size() == 1);
    }
}
