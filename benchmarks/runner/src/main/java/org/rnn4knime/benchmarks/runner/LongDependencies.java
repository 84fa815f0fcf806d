package org.rnn4knime.benchmarks.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.rnn4knime.benchmarks.worker.DependencyRun;

/** Lets our engine learn problems that need a long memory, in a process of its own. */
final class LongDependencies {

    /** More would take long, one would say little. */
    static final int SEEDS = 5;

    private LongDependencies() {}

    /**
     * Trains all cells on all problems, and tells of each training when it ends.
     *
     * @param atOnce the trainings that run at the same time
     * @return the trainings, one cell behind the other, in the order of their seeds
     */
    static List<DependencyRun> learn(final Installation installation, final int atOnce) throws IOException {
        final var process = new ProcessBuilder(installation.longDependencies(SEEDS, atOnce))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        final var json = new ObjectMapper();
        final var runs = new ArrayList<DependencyRun>();
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("{")) {
                    runs.add(json.readValue(line, DependencyRun.class));
                    System.out.println(text(new DependencyOutcome(runs.get(runs.size() - 1))));
                }
            }
            if (process.waitFor() != 0) {
                throw new IOException("The process that learns failed. What it said stands above.");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the process that learns was at work.", e);
        }
        runs.sort(Comparator.comparing(DependencyRun::cell).thenComparing(DependencyRun::seed));
        return runs;
    }

    private static String text(final DependencyOutcome outcome) {
        final var run = outcome.run();
        return String.format(
                Locale.ROOT,
                "%s over %d steps, %s, seed %d: %s (%.3f) after %d epochs, %.0f s; warnings after the epochs %s",
                Words.of(run.problem()),
                run.steps(),
                Words.cell(run.cell()),
                run.seed(),
                outcome.isSolved() ? "solved" : "not solved",
                run.score(),
                outcome.epochs(),
                run.millis() / 1e3,
                outcome.warnings());
    }
}
