package org.rnn4knime.benchmarks.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rnn4knime.benchmarks.worker.DependencyRun;

/**
 * The page on long dependencies.
 *
 * @param machine where the trainings ran
 * @param command what was called
 * @param runs all trainings, one cell behind the other
 */
record LongDependenciesPage(Machine machine, String command, List<DependencyRun> runs) {

    private static final String NAME = "long-dependencies";

    private static final String HEAD =
            """
            # Which cell remembers how long

            Two problems that are solved only by remembering something over many steps, learned by each cell with the same settings:

            - **Adding** (Hochreiter and Schmidhuber 1997): a list of 50, 100 or 200 random numbers from 0 to 1, of which two are marked by a
              1 in a second list, one in each half. The target is their sum. Solved: an RMSE below 0.1; who always says 1, the mean, has 0.41.
            - **Copying**: a list of the symbols a to h. The target is the first one, and 20, 50 or 100 random ones follow it. Solved: more
              than 95 % right; who guesses has 12.5 %.

            Each network has one layer of 32 units and reads the lists from their beginning; only its last state is read out. It learns as
            the RNN Learner lets it: Adam with a rate of 0.002, batches of 64, gradients clipped by their global norm at 1, at most 40 epochs
            of 5,000 rows; the training ends if the loss of 1,000 other rows has not improved by 0.01 for 15 epochs, and the best weights are
            kept. What is solved is told by 2,000 rows more. The settings were chosen by other seeds than those that are shown. Where copying is
            learned, one symbol to all of them follow the first one; where it is measured, always all: from lists of 100 alone, neither GRU
            nor LSTM learned it at all settings that were tried, as the gradient of a new GRU halves at every step.
            """;

    private static final String DIAGNOSIS =
            """
            The engine measures how much of the gradient of the loss is left at each earlier step: before the training, after epoch 1, 2, 5,
            10, 20 and at the end. If it has vanished within two fifths of the steps, the RNN Learner warns: for Elman and Jordan if less than
            a hundredth is left, for LSTM and GRU if less than a billionth is left after epoch 5 and later. No loss is looked at for this.
            """;

    private static final String WRONG =
            """
            A network may also have a small gradient *because* it remembers well: a state that later inputs cannot move any more cannot be
            moved by small changes either (Bengio, Simard and Frasconi 1994). So it means nothing at a network that does well, and the RNN
            Learner leaves the warning out where a network makes less than a quarter of the errors of the best simple method.
            """;

    void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        LongDependenciesCharts.write(folder.resolve(NAME + ".png"), runs);
        LongDependenciesCsv.write(folder.resolve(NAME + ".csv"), runs);
        Files.writeString(folder.resolve(NAME + ".md"), text());
    }

    private String text() {
        final var groups = DependencyGroup.of(runs);
        return HEAD
                + "\n![How much of the gradient is left at earlier steps, and what each cell solves](" + NAME
                + ".png)\n"
                + section("What is solved", LongDependenciesTables.solved(groups))
                + section(
                        "All figures",
                        "Medians of the trainings. " + aboutTables() + "\n" + LongDependenciesTables.all(groups))
                + section(
                        "The diagnosis and the loss",
                        DIAGNOSIS + "\n" + LongDependenciesTables.summary(runs)
                                + "\nEach training that did not solve its problem:\n\n"
                                + LongDependenciesTables.unsolved(runs))
                + section(
                        "Where the diagnosis was wrong",
                        WRONG + "\nTrainings with a warning that solved their problem:\n\n"
                                + LongDependenciesTables.falseAlarms(runs))
                + section("This run", aboutMachine());
    }

    private static String aboutTables() {
        return """
               *Solved after*: the epoch after which the rows that are held back were first predicted well enough, of those trainings that
               solved the problem. *Warned*: how many trainings had a warning. *Reach*: the first step back at which less than a hundredth
               of the gradient is left, or the number of all steps.
               """;
    }

    private String aboutMachine() {
        final var minutes = runs.stream().mapToLong(DependencyRun::millis).sum() / 6e4;
        return String.format(
                Locale.ROOT,
                "- %s%n- `%s`, which also writes [all measurements](%s.csv)%n- %d trainings with the seeds %s, each on one thread:"
                        + " %.0f minutes in all%n",
                machine,
                command,
                NAME,
                runs.size(),
                runs.stream()
                        .map(run -> Integer.toString(run.seed()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                minutes);
    }

    private static String section(final String heading, final String text) {
        return "\n## " + heading + "\n\n" + text;
    }
}
