package org.rnn4knime.benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.rnn4knime.benchmarks.worker.Dependency;
import org.rnn4knime.benchmarks.worker.DependencyRun;

/**
 * The trainings of a cell on one problem, which differ by their seed alone.
 *
 * @param problem that was to be learned
 * @param steps over which something is to be remembered
 * @param cell of the networks
 * @param outcomes in the order of their seeds
 */
record DependencyGroup(Dependency problem, int steps, String cell, List<DependencyOutcome> outcomes) {

    DependencyGroup {
        outcomes = List.copyOf(outcomes);
    }

    /** All groups that have a training, in the order of problems and steps. */
    static List<DependencyGroup> of(final List<DependencyRun> runs) {
        final var cells = runs.stream().map(DependencyRun::cell).distinct().toList();
        final var groups = new ArrayList<DependencyGroup>();
        for (final var problem : Dependency.values()) {
            for (final var steps : problem.steps()) {
                for (final var cell : cells) {
                    final var outcomes = runs.stream()
                            .filter(run -> run.problem() == problem && run.steps() == steps)
                            .filter(run -> run.cell().equals(cell))
                            .map(DependencyOutcome::new)
                            .toList();
                    groups.add(new DependencyGroup(problem, steps, cell, outcomes));
                }
            }
        }
        groups.removeIf(group -> group.outcomes.isEmpty());
        return groups;
    }

    /** How many trainings something is true of, such as "2 of 3". */
    String count(final Predicate<DependencyOutcome> condition) {
        return outcomes.stream().filter(condition).count() + " of " + outcomes.size();
    }

    /** The median over all trainings. */
    double median(final ToDoubleFunction<DependencyOutcome> value) {
        return Medians.of(outcomes.stream().map(value::applyAsDouble).toList());
    }

    /** The median over the trainings that solved the problem; empty if none did. */
    OptionalDouble medianOfSolved(final ToDoubleFunction<DependencyOutcome> value) {
        final var values = outcomes.stream()
                .filter(DependencyOutcome::isSolved)
                .map(value::applyAsDouble)
                .toList();
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(values));
    }
}
