package org.rnn4knime.engine.prediction;

import java.util.List;
import java.util.Objects;

/**
 * Predictions beside the rows of a table.
 *
 * @param values one a row of the table, in the table's order and the target's units; NaN where too few rows come before
 * @param evaluation against the truth; no metric where the table has none
 * @param warnings sentences for the user; often none
 */
public record Predictions(double[] values, List<Metric> evaluation, List<String> warnings) {

    /** Copies the lists, not the array; refuses null. */
    public Predictions {
        Objects.requireNonNull(values);
        evaluation = List.copyOf(evaluation);
        warnings = List.copyOf(warnings);
    }
}
