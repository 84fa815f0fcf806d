package org.rnn4knime.benchmarks.runner;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Shape;
import org.rnn4knime.benchmarks.worker.Task;

/** The tables of a run. */
final class Tables {

    private static final double MICROS_A_MILLI = 1000;

    private Tables() {}

    static Table ofFigures() {
        return new Table(List.of(
                "phase    ",
                "cell",
                "batch,steps,features,units",
                "threads",
                "ours ms",
                "libtorch ms",
                "DL4J ms",
                "floor ms",
                "ours/libtorch",
                "ours/DL4J",
                "ours/floor",
                "libtorch/floor"));
    }

    static List<String> row(final Figure figure) {
        final var task = figure.task();
        return List.of(
                Words.of(task.phase()),
                Words.of(task.cell()),
                task.shape().toString(),
                Integer.toString(task.threads()),
                Words.number(figure.millis(Library.OURS)),
                Words.number(figure.millis(Library.LIBTORCH)),
                Words.number(figure.millis(Library.DL4J)),
                Words.number(figure.millis(Library.FLOOR)),
                Words.number(figure.ratio(Library.OURS, Library.LIBTORCH)),
                Words.number(figure.ratio(Library.OURS, Library.DL4J)),
                Words.number(figure.ratio(Library.OURS, Library.FLOOR)),
                Words.number(figure.ratio(Library.LIBTORCH, Library.FLOOR)));
    }

    static Table ofFigures(final List<Figure> figures) {
        final var table = ofFigures();
        figures.forEach(figure -> table.add(row(figure)));
        return table;
    }

    static Table of(final List<Comparison> comparisons) {
        final var table = new Table(List.of("cell  ", "batch,steps,features,units", "threads", "outputs", "gradient"));
        for (final var comparison : comparisons) {
            final var task = comparison.task();
            table.add(List.of(
                    Words.of(task.cell()),
                    task.shape().toString(),
                    Integer.toString(task.threads()),
                    Words.difference(comparison.outputs()),
                    Words.difference(comparison.gradient())));
        }
        return table;
    }

    /** How the time grows with one size; also a step and sequence, which a network cannot do without. */
    static Table ofSweep(final String title, final ToIntFunction<Shape> size, final Sweep sweep) {
        final var table = new Table(List.of(
                "phase    ",
                title,
                "ours ms",
                "libtorch ms",
                "DL4J ms",
                "floor ms",
                "ours/libtorch",
                "ours µs a step",
                "libtorch µs a step"));
        for (final var phase : Phase.values()) {
            for (final var figure : sweep.of(phase)) {
                final var shape = figure.task().shape();
                table.add(List.of(
                        Words.of(phase),
                        Integer.toString(size.applyAsInt(shape)),
                        Words.number(figure.millis(Library.OURS)),
                        Words.number(figure.millis(Library.LIBTORCH)),
                        Words.number(figure.millis(Library.DL4J)),
                        Words.number(figure.millis(Library.FLOOR)),
                        Words.number(figure.ratio(Library.OURS, Library.LIBTORCH)),
                        perStep(figure, Library.OURS),
                        perStep(figure, Library.LIBTORCH)));
            }
        }
        return table;
    }

    /** What more threads bring. */
    static Table ofThreads(final List<Figure> figures) {
        final var table =
                new Table(List.of("phase    ", "cell", "batch,steps,features,units", "threads", "ours", "libtorch"));
        for (final var figure : figures) {
            alone(figure, figures)
                    .ifPresent(alone -> table.add(List.of(
                            Words.of(figure.task().phase()),
                            Words.of(figure.task().cell()),
                            figure.task().shape().toString(),
                            Integer.toString(figure.task().threads()),
                            Words.number(speedUp(figure, alone, Library.OURS)),
                            Words.number(speedUp(figure, alone, Library.LIBTORCH)))));
        }
        return table;
    }

    /** The same with one thread, if that is another figure. */
    static Optional<Figure> alone(final Figure figure, final List<Figure> figures) {
        final var task = figure.task();
        final var wanted = new Task(task.phase(), task.cell(), task.shape(), 1);
        return task.threads() == 1
                ? Optional.empty()
                : figures.stream().filter(other -> other.task().equals(wanted)).findFirst();
    }

    /** How many times faster a library is than alone, if it was measured. */
    static OptionalDouble speedUp(final Figure figure, final Figure alone, final Library library) {
        final var fast = figure.millis(library);
        final var slow = alone.millis(library);
        return fast.isPresent() && slow.isPresent()
                ? OptionalDouble.of(slow.getAsDouble() / fast.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String perStep(final Figure figure, final Library library) {
        final var steps = figure.task().shape().steps();
        return figure.millis(library).stream()
                .mapToObj(millis -> Words.number(MICROS_A_MILLI * millis / steps))
                .findFirst()
                .orElse("");
    }
}
