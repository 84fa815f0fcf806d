package org.rnn4knime.benchmarks.runner;

import java.util.List;
import java.util.Optional;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Shape;

/**
 * Figures of shapes that differ in one size only, with one thread.
 *
 * @param figures of these shapes and others
 * @param shapes in their order
 */
record Sweep(List<Figure> figures, List<Shape> shapes) {

    /** What was measured of a phase. */
    List<Figure> of(final Phase phase) {
        return shapes.stream()
                .map(shape -> figures.stream()
                        .filter(figure -> figure.task().phase() == phase)
                        .filter(figure -> figure.task().shape().equals(shape))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }
}
