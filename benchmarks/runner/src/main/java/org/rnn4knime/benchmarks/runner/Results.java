package org.rnn4knime.benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that a run has found out. */
final class Results {

    private final List<Figure> main = new ArrayList<>();

    private final List<Figure> sweeps = new ArrayList<>();

    private final List<Comparison> comparisons = new ArrayList<>();

    private final Set<String> engines = new TreeSet<>();

    /** Figures of the main table. */
    List<Figure> main() {
        return main;
    }

    /** Figures of one size after the other. */
    List<Figure> sweeps() {
        return sweeps;
    }

    /** Differences from libtorch. */
    List<Comparison> comparisons() {
        return comparisons;
    }

    /** Names and versions of the libraries. */
    Set<String> engines() {
        return engines;
    }

    /** What OpenBLAS reached with so many threads; NaN if that was not measured. */
    double gigaflops(final int threads) {
        final var speeds = main.stream()
                .filter(figure -> figure.task().threads() == threads)
                .filter(figure -> figure.millis(Library.FLOOR).isPresent())
                .map(figure -> figure.task().operations()
                        / figure.millis(Library.FLOOR).getAsDouble()
                        / 1e6)
                .toList();
        return speeds.isEmpty() ? Double.NaN : Medians.of(speeds);
    }
}
