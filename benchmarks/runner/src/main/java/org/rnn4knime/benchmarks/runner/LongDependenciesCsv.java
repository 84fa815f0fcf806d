package org.rnn4knime.benchmarks.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rnn4knime.benchmarks.worker.DependencyRun;

/** The measurements for other programs: one row for each time that the gradient was measured. */
final class LongDependenciesCsv {

    private static final String HEAD =
            "problem,steps,cell,seed,epoch,held-back loss,held-back score,verdict,gradient left at 0.2 of the steps,at 0.4,"
                    + "at 0.6,at 0.8,at the first step,first step back with less than 0.01,test score,solved,seconds\n";

    private static final double[] PLACES = {0.2, 0.4, 0.6, 0.8, 1};

    private LongDependenciesCsv() {}

    static void write(final Path file, final List<DependencyRun> runs) throws IOException {
        Files.writeString(
                file,
                DependencyGroup.of(runs).stream()
                        .flatMap(group -> group.outcomes().stream())
                        .flatMap(outcome -> outcome.run().reaches().stream().map(reach -> line(outcome, reach)))
                        .collect(Collectors.joining("", HEAD, "")));
    }

    private static String line(final DependencyOutcome outcome, final DependencyRun.Reach reach) {
        final var run = outcome.run();
        final var last = reach.norms().size() - 1;
        final var line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s,%d,%s,%d,%d,%s,%s",
                Words.of(run.problem()),
                run.steps(),
                Words.cell(run.cell()),
                run.seed(),
                reach.epoch(),
                heldBack(run, reach),
                reach.verdict().toLowerCase(Locale.ROOT)));
        for (final var place : PLACES) {
            line.append(String.format(Locale.ROOT, ",%.2e", reach.left((int) Math.round(place * last))));
        }
        return line.append(String.format(
                        Locale.ROOT,
                        ",%d,%.4f,%s,%.1f%n",
                        reach.firstBelow(DependencyOutcome.NOTHING),
                        run.score(),
                        outcome.isSolved(),
                        run.millis() / 1e3))
                .toString();
    }

    /** Nothing is known of it before the first epoch. */
    private static String heldBack(final DependencyRun run, final DependencyRun.Reach reach) {
        if (reach.epoch() == 0) {
            return ",";
        }
        final var epoch = run.epochs().get(reach.epoch() - 1);
        return String.format(Locale.ROOT, "%.4f,%.4f", epoch.loss(), epoch.score());
    }
}
