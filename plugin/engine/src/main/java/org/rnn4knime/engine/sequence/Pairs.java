package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Neighbours in a list. */
final class Pairs {

    private Pairs() {}

    /** What the function makes of each value and the one after it. */
    static <T, R> Stream<R> of(final List<T> values, final BiFunction<T, T, R> function) {
        return IntStream.range(1, values.size())
                .mapToObj(index -> function.apply(values.get(index - 1), values.get(index)));
    }
}
