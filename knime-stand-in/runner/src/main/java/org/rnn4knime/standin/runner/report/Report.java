package org.rnn4knime.standin.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

/**
 * The result of a workflow beside the truth and beside a baseline.
 *
 * @param lines what is printed
 * @param outcome what is written to run.json
 */
public record Report(List<String> lines, Outcome outcome) {

    private static final int LONGEST_TABLE = 24;

    /**
     * Compares what a run made with what was expected of it.
     *
     * @throws RunRefusedException if the expectation names a table or column that does not exist, or compares text as
     *     numbers
     */
    public static Report of(final Expectation expectation, final Tables tables) throws RunRefusedException {
        final var result = expectation.result();
        final var table = find(tables, result.node(), result.port(), List.of(result.truth(), result.prediction()));
        final var truth = table.column(result.truth());
        final var value = measure(result.metric(), truth, table.column(result.prediction()));
        final var baseline = expectation.baseline();
        if (baseline.isEmpty()) {
            final var outcome = new Outcome(result.metric(), value, OptionalDouble.empty(), result.bar());
            return new Report(lines(table, result.prediction(), Optional.empty(), outcome), outcome);
        }
        final var history = baseline.get().history();
        final var values = find(tables, history.node(), history.port(), List.of(history.column()))
                .column(history.column());
        final var predicted = baseline.get().predict(values, truth.size());
        final var outcome = new Outcome(
                result.metric(), value, OptionalDouble.of(measure(result.metric(), truth, predicted)), result.bar());
        return new Report(
                lines(
                        table.with("Baseline", predicted),
                        result.prediction(),
                        Optional.of(baseline.get().name()),
                        outcome),
                outcome);
    }

    private static TextTable find(final Tables tables, final int node, final int port, final List<String> columns)
            throws RunRefusedException {
        final var table = TextTable.of(tables.table(node, port)
                .orElseThrow(() -> new RunRefusedException(Expectation.FILE + " names port " + port + " of node " + node
                        + ", where the run made no table.")));
        for (final var column : columns) {
            if (!table.has(column)) {
                throw new RunRefusedException(Expectation.FILE + " names a column '" + column + "' of node " + node
                        + ", whose table has: " + String.join(", ", table.names()) + ".");
            }
        }
        return table;
    }

    /** Rows without a truth do not count; a truth without a prediction is no success. */
    private static double measure(final Metric metric, final List<String> truth, final List<String> predictions)
            throws RunRefusedException {
        final var rows = IntStream.range(0, Math.min(truth.size(), predictions.size()))
                .filter(row -> !truth.get(row).isEmpty())
                .boxed()
                .toList();
        try {
            return metric.of(
                    rows.stream().map(truth::get).toList(),
                    rows.stream().map(predictions::get).toList());
        } catch (final NumberFormatException exception) {
            throw new RunRefusedException(
                    Expectation.FILE + " asks for the " + metric + " of columns that are not all numbers.", exception);
        }
    }

    private static List<String> lines(
            final TextTable table, final String prediction, final Optional<String> baseline, final Outcome outcome) {
        final var lines = new ArrayList<>(table.lines(LONGEST_TABLE));
        lines.add("");
        lines.add(outcome.metric() + " of " + prediction + ": " + Numbers.shorten(outcome.value()) + bar(outcome));
        outcome.baseline()
                .ifPresent(value -> lines.add(outcome.metric() + " of the baseline, " + baseline.orElse("no name")
                        + ": " + Numbers.shorten(value)));
        return List.copyOf(lines);
    }

    private static String bar(final Outcome outcome) {
        if (outcome.bar().isEmpty()) {
            return "";
        }
        final var words = outcome.metric().describe(outcome.bar().getAsDouble());
        return " (the bar, " + words + ", is " + (outcome.reached() ? "" : "NOT ") + "reached)";
    }
}
