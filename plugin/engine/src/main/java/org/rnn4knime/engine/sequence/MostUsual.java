package org.rnn4knime.engine.sequence;

import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The value that comes up most often; of two as often, the smaller.
 *
 * @param value the value
 * @param count how often it comes up
 * @param total the number of all values
 */
record MostUsual<T extends Comparable<? super T>>(T value, int count, int total) {

    /** Empty if there is no value. */
    static <T extends Comparable<? super T>> Optional<MostUsual<T>> of(final Stream<T> values) {
        final var counts = new TreeMap<T, Integer>();
        values.forEachOrdered(value -> {
            Interrupts.refuse();
            counts.merge(value, 1, Integer::sum);
        });
        final int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .reduce((most, next) -> next.getValue() > most.getValue() ? next : most)
                .map(entry -> new MostUsual<>(entry.getKey(), entry.getValue(), total));
    }

    /** Whether there is no other value. */
    boolean isOnly() {
        return count == total;
    }
}
