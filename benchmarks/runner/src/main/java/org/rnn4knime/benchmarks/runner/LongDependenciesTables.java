package org.rnn4knime.benchmarks.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rnn4knime.benchmarks.worker.Dependency;
import org.rnn4knime.benchmarks.worker.DependencyRun;

/** The tables of the page on long dependencies. */
final class LongDependenciesTables {

    private LongDependenciesTables() {}

    /** One row a problem and length, one column a cell. */
    static String solved(final List<DependencyGroup> groups) {
        final var cells = groups.stream().map(DependencyGroup::cell).distinct().toList();
        final var titles = new ArrayList<>(List.of("problem", "steps"));
        cells.forEach(cell -> titles.add(Words.cell(cell)));
        final var table = new Table(titles);
        final var rows = new LinkedHashMap<String, List<String>>();
        for (final var group : groups) {
            final var row = rows.computeIfAbsent(
                    group.problem() + " " + group.steps(),
                    any -> new ArrayList<>(List.of(Words.of(group.problem()), Integer.toString(group.steps()))));
            row.add(verdict(group));
        }
        rows.values().forEach(table::add);
        return table.toString();
    }

    private static String verdict(final DependencyGroup group) {
        final var solved =
                group.outcomes().stream().filter(DependencyOutcome::isSolved).count();
        if (solved == 0) {
            return "not solved";
        }
        return solved == group.outcomes().size() ? "**solved**" : group.count(DependencyOutcome::isSolved);
    }

    /** One row a problem, length and cell. */
    static String all(final List<DependencyGroup> groups) {
        final var table = new Table(List.of(
                "problem",
                "steps",
                "cell",
                "solved",
                "RMSE or accuracy",
                "solved after",
                "epochs",
                "warned after epoch 1",
                "after epoch 5",
                "at the end",
                "reach after epoch 1",
                "reach at the end",
                "seconds"));
        for (final var group : groups) {
            table.add(List.of(
                    Words.of(group.problem()),
                    Integer.toString(group.steps()),
                    Words.cell(group.cell()),
                    group.count(DependencyOutcome::isSolved),
                    score(group.problem(), group.median(outcome -> outcome.run().score())),
                    whole(group.medianOfSolved(outcome -> outcome.solvedAt().orElse(outcome.epochs()))),
                    whole(group.median(DependencyOutcome::epochs)),
                    group.count(outcome -> outcome.warnsAfter(1)),
                    group.count(outcome -> outcome.warnsAfter(5)),
                    group.count(DependencyOutcome::warnsAtEnd),
                    whole(group.median(outcome -> outcome.reach(1).firstBelow(DependencyOutcome.NOTHING))),
                    whole(group.median(outcome -> outcome.end().firstBelow(DependencyOutcome.NOTHING))),
                    whole(group.median(outcome -> outcome.run().millis() / 1e3))));
        }
        return table.toString();
    }

    private static String score(final Dependency problem, final double score) {
        return problem == Dependency.ADDING
                ? String.format(Locale.ROOT, "%.3f", score)
                : String.format(Locale.ROOT, "%.1f %%", 100 * score);
    }

    private static String whole(final OptionalDouble number) {
        return number.isEmpty() ? "" : whole(number.getAsDouble());
    }

    private static String whole(final double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    /** How often the diagnosis was right, in sentences. */
    static String summary(final List<DependencyRun> runs) {
        final var outcomes = runs.stream().map(DependencyOutcome::new).toList();
        final var unsolved =
                outcomes.stream().filter(outcome -> !outcome.isSolved()).toList();
        final var solved = outcomes.stream().filter(DependencyOutcome::isSolved).toList();
        return String.format(
                Locale.ROOT,
                "- %d of %d trainings did not solve their problem. %d of these had a warning after epoch 1, %d at any time, and %d still"
                        + " at the end.%n- %d solved it. %d of these had a warning after epoch 1, %d at any time, and %d still at the end.%n",
                unsolved.size(),
                runs.size(),
                count(unsolved, outcome -> outcome.warnsAfter(1)),
                count(unsolved, outcome -> !outcome.warnings().isEmpty()),
                count(unsolved, DependencyOutcome::warnsAtEnd),
                solved.size(),
                count(solved, outcome -> outcome.warnsAfter(1)),
                count(solved, outcome -> !outcome.warnings().isEmpty()),
                count(solved, DependencyOutcome::warnsAtEnd));
    }

    private static long count(final List<DependencyOutcome> outcomes, final Predicate<DependencyOutcome> condition) {
        return outcomes.stream().filter(condition).count();
    }

    /** One row a training that did not solve its problem. */
    static String unsolved(final List<DependencyRun> runs) {
        final var table = new Table(List.of(
                "problem",
                "steps",
                "cell",
                "seed",
                "first warning after epoch",
                "loss then",
                "training ended after epoch",
                "least loss until then",
                "warned at the end"));
        for (final var outcome : inOrder(runs)) {
            if (!outcome.isSolved()) {
                final var first = outcome.warnings().stream().findFirst();
                final var row = begin(outcome);
                row.add(first.map(epoch -> Integer.toString(epoch)).orElse("none"));
                row.add(first.map(epoch -> percent(outcome.lossAfter(epoch))).orElse(""));
                row.add(Integer.toString(outcome.epochs()));
                row.add(percent(outcome.leastLoss()));
                row.add(outcome.warnsAtEnd() ? "yes" : "no");
                table.add(row);
            }
        }
        return "Losses are parts of the loss of guessing.\n\n" + table;
    }

    /** One row a training that solved its problem although there was a warning. */
    static String falseAlarms(final List<DependencyRun> runs) {
        final var table = new Table(List.of(
                "problem", "steps", "cell", "seed", "warned after epochs", "solved after", "warned at the end"));
        for (final var outcome : inOrder(runs)) {
            if (outcome.isSolved() && !outcome.warnings().isEmpty()) {
                final var row = begin(outcome);
                row.add(outcome.warnings().stream()
                        .map(epoch -> Integer.toString(epoch))
                        .collect(Collectors.joining(", ")));
                row.add(whole(outcome.solvedAt().orElse(outcome.epochs())));
                row.add(outcome.warnsAtEnd() ? "yes" : "no");
                table.add(row);
            }
        }
        return table.toString();
    }

    private static List<DependencyOutcome> inOrder(final List<DependencyRun> runs) {
        return DependencyGroup.of(runs).stream()
                .flatMap(group -> group.outcomes().stream())
                .toList();
    }

    private static List<String> begin(final DependencyOutcome outcome) {
        final var run = outcome.run();
        return new ArrayList<>(List.of(
                Words.of(run.problem()),
                Integer.toString(run.steps()),
                Words.cell(run.cell()),
                Integer.toString(run.seed())));
    }

    private static String percent(final double part) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * part);
    }
}
