package org.rnn4knime.standin.runner.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A simple method that predictions should beat.
 *
 * @param name what it is called in the report
 * @param kind which method it is
 * @param history the values that it may use
 * @param season the number of rows after which the values repeat
 */
public record Baseline(String name, Kind kind, History history, int season) {

    /** The methods. */
    public enum Kind {
        /** The value one season before; beyond the first season, that of the last known season. */
        SEASONAL_NAIVE
    }

    /**
     * A column of a table in the workflow.
     *
     * @param node ID of the node that makes the table
     * @param port the node's output port, from 1
     * @param column the column
     */
    public record History(int node, int port, String column) {}

    /** Checks the season. */
    public Baseline {
        if (season < 1) {
            throw new IllegalArgumentException("the baseline's season is " + season + ", but must be at least 1");
        }
    }

    /**
     * Predicts the rows that follow.
     *
     * @param values the history
     * @param rows how many rows to predict
     * @return as many values; none if the history is shorter than a season
     */
    List<String> predict(final List<String> values, final int rows) {
        if (values.size() < season) {
            return List.of();
        }
        return IntStream.range(0, rows)
                .mapToObj(row -> values.get(values.size() - season + row % season))
                .toList();
    }
}
