package org.rnn4knime.benchmarks.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.rnn4knime.benchmarks.worker.LargeTableFigures;

/** Measures what a table of very many rows takes, in a process whose heap is too small for copies of it. */
final class LargeTable {

    /** What the section of the results is called. */
    static final String HEADING = "A table of five million rows";

    private static final int ROWS = 5_000_000;

    private LargeTable() {}

    static LargeTableFigures measure(final Installation installation) throws IOException {
        final var process = new ProcessBuilder(installation.largeTable(ROWS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            final var line = output.lines()
                    .filter(text -> text.startsWith("{"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IOException("The process with the large table failed. What it said stands above."));
            return new ObjectMapper().readValue(line, LargeTableFigures.class);
        }
    }

    static String text(final LargeTableFigures figures, final Machine machine) {
        final var table = new Table(List.of("", "whole", "a row"));
        table.add(row("taking up the rows, which are made meanwhile", figures.readMillis(), figures.rows()));
        table.add(row("sequences, windows, scales, encoding", figures.shapeMillis(), figures.rows()));
        table.add(row("one epoch", figures.epochMillis(), figures.rows()));
        return String.format(
                Locale.ROOT,
                "%,d rows of %d numbers, one row a time step; %,d windows of 24 steps, stride 1; LSTM of 32 units, batches of %d.%n%n"
                        + "- %s%n- The process may have a heap of %,d MB at most; %,d MB are in use at the end of the epoch.%n"
                        + "- Its resident memory never was above %,d MB.%n%n%s",
                figures.rows(),
                figures.features(),
                figures.windows(),
                figures.batchSize(),
                machine,
                figures.heapLimitMegabytes(),
                figures.heapMegabytes(),
                figures.residentMegabytes(),
                table);
    }

    private static List<String> row(final String what, final long millis, final int rows) {
        return List.of(
                what,
                String.format(Locale.ROOT, "%.1f s", millis / 1e3),
                String.format(Locale.ROOT, "%.2f µs", millis * 1e3 / rows));
    }
}
