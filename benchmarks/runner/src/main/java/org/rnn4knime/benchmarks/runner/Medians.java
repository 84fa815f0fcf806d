package org.rnn4knime.benchmarks.runner;

import java.util.Collection;

/** The middle of some numbers. */
final class Medians {

    private Medians() {}

    /** The middle one, or the mean of the two in the middle. */
    static double of(final Collection<Double> values) {
        final var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
