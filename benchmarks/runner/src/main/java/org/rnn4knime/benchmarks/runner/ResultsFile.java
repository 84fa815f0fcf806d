package org.rnn4knime.benchmarks.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Shape;

/**
 * The page that a run writes.
 *
 * @param machine where it ran
 * @param command what was called
 * @param results what it found out
 */
record ResultsFile(Machine machine, String command, Results results) {

    private static final String PAGE = "RESULTS.md";

    private static final String PICTURE = "results.png";

    private static final String SHOWN =
            "\n![Our time over libtorch's, and how the time grows with each size](" + PICTURE + ")\n";

    private static final String HEAD =
            """
            # Time of our engine beside others

            One recurrent layer, its last step, one linear output, the mean squared error. *Training* is one step: forward, backward and
            Adam. *Inference* is the forward pass of a batch. This page is written by

            ```
            benchmarks/run --results benchmarks            # this page
            benchmarks/run --quick --json figures.json     # one shape and cell, under a minute
            benchmarks/run --large-table --results benchmarks     # its last section
            benchmarks/run --help
            ```

            Each library runs in a process of its own; the processes take turns at the same task, and each figure is the median of up to
            nine turns' means, of at least three. **Ratios carry over to other machines, milliseconds do not.**

            - **ours**: this project's engine, as its trainer calls it.
            - **libtorch**: PyTorch's official library, called through JNI without a framework in between; [time, sequence, feature],
              its fastest layout; as many threads as ours, one between operations. For the LSTM it takes its oneDNN code or its own,
              whichever is faster at the task.
            - **DL4J**: Deeplearning4j's own LSTM or SimpleRnn with LastTimeStep and OutputLayer; it has no GRU. One thread unless told otherwise
              (`--dl4j-threads`): more make it slower.
            - **floor**: the floating-point operations of the cell's matrix products at the speed that OpenBLAS has for a large product
              with as many threads, measured in the same turns. Nobody gets there: a step's products are small, and wait for the step before.
            """;

    void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        final var drawn = Charts.write(folder.resolve(PICTURE), results);
        Files.writeString(folder.resolve(PAGE), text(drawn ? SHOWN : ""));
    }

    /** Replaces the last section of a page, or adds it. */
    static void renew(final Path folder, final String heading, final String text) throws IOException {
        final var page = folder.resolve(PAGE);
        final var before = Files.exists(page) ? Files.readString(page) : HEAD;
        final var begin = before.indexOf(section(heading, ""));
        Files.writeString(page, (begin < 0 ? before : before.substring(0, begin)) + section(heading, text));
    }

    private String text(final String picture) {
        return HEAD
                + section("This run", aboutMachine())
                + picture
                + section("All shapes", Tables.ofFigures(results.main()).toString())
                + section(
                        "Difference from libtorch",
                        "Norm of the difference over libtorch's norm, for equal weights and data; at most "
                                + Words.difference(Comparison.MOST) + ".\n\n" + Tables.of(results.comparisons()))
                + sweep("Steps of a sequence", "steps", Shape::steps, Agenda.bySteps())
                + sweep("Batch", "batch", Shape::batch, Agenda.byBatch())
                + sweep("Units", "units", Shape::units, Agenda.byUnits())
                + section(
                        "Threads",
                        "The time with one thread over that with more.\n\n" + Tables.ofThreads(results.main()));
    }

    private String aboutMachine() {
        final var speeds = results.main().stream()
                .map(figure -> figure.task().threads())
                .distinct()
                .map(threads -> String.format(
                        Locale.ROOT,
                        "- OpenBLAS reaches %.0f GFLOP/s with %s.%n",
                        results.gigaflops(threads),
                        Words.threads(threads)))
                .collect(Collectors.joining());
        final var warning = machine.isBusy() ? "- **" + Machine.WARNING + "**\n" : "";
        return warning + "- " + machine + "\n- `" + command + "`\n- " + String.join("; ", results.engines()) + "\n"
                + speeds;
    }

    private String sweep(
            final String heading, final String title, final ToIntFunction<Shape> size, final List<Shape> shapes) {
        final var sweep = new Sweep(results.sweeps(), shapes);
        if (sweep.of(Phase.TRAINING).isEmpty()) {
            return "";
        }
        final var task = sweep.of(Phase.TRAINING).get(0).task();
        final var text = Words.of(task.cell()) + ", " + Words.threads(task.threads()) + ", the other sizes as in "
                + shapes.get(0) + " (batch,steps,features,units).\n\n" + Tables.ofSweep(title, size, sweep);
        return section(heading, text);
    }

    private static String section(final String heading, final String text) {
        return "\n## " + heading + "\n\n" + text;
    }
}
