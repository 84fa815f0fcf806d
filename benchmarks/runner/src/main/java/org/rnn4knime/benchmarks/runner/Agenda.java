package org.rnn4knime.benchmarks.runner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.rnn4knime.benchmarks.worker.Cell;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Shape;
import org.rnn4knime.benchmarks.worker.Task;

/** What is measured, in groups that get fresh processes. */
final class Agenda {

    /** The shapes of the main table: small, medium, long, wide, and one long sequence alone. */
    static final List<Shape> SHAPES = List.of(
            new Shape(32, 50, 1, 32),
            new Shape(32, 100, 8, 64),
            new Shape(64, 200, 16, 128),
            new Shape(128, 50, 64, 256),
            new Shape(1, 1000, 8, 64));

    /** The shape of a quick run. */
    static final Shape QUICK = SHAPES.get(1);

    private static final int[] STEPS = {200, 400, 800, 1600, 3200};

    private static final int[] BATCHES = {1, 4, 16, 64, 256};

    private static final int[] UNITS = {16, 32, 64, 128, 256, 512};

    private Agenda() {}

    /** Each cell and number of threads a group. */
    static List<List<Task>> main(final Set<Cell> cells, final Set<Integer> threads) {
        final var groups = new ArrayList<List<Task>>();
        for (final int count : threads) {
            for (final var cell : cells) {
                groups.add(tasks(cell, count, SHAPES));
            }
        }
        return groups;
    }

    /** One cell and shape. */
    static List<List<Task>> quick(final Cell cell, final int threads) {
        return List.of(tasks(cell, threads, List.of(QUICK)));
    }

    /** One size after the other varies, the others stay; with one thread. */
    static List<List<Task>> sweeps(final Cell cell) {
        final var shapes = new LinkedHashSet<Shape>();
        shapes.addAll(bySteps());
        shapes.addAll(byBatch());
        shapes.addAll(byUnits());
        return List.of(tasks(cell, 1, List.copyOf(shapes)));
    }

    static List<Shape> bySteps() {
        return vary(STEPS, steps -> new Shape(32, steps, 8, 64));
    }

    static List<Shape> byBatch() {
        return vary(BATCHES, batch -> new Shape(batch, 100, 8, 64));
    }

    static List<Shape> byUnits() {
        return vary(UNITS, units -> new Shape(32, 100, 8, units));
    }

    private static List<Shape> vary(final int[] values, final IntFunction<Shape> shape) {
        return Arrays.stream(values).mapToObj(shape).toList();
    }

    private static List<Task> tasks(final Cell cell, final int threads, final List<Shape> shapes) {
        return Arrays.stream(Phase.values())
                .flatMap(phase -> shapes.stream().map(shape -> new Task(phase, cell, shape, threads)))
                .toList();
    }
}
