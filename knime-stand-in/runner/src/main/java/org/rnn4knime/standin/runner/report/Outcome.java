package org.rnn4knime.standin.runner.report;

import java.util.OptionalDouble;

/**
 * How good the result of a workflow is.
 *
 * @param metric what was measured
 * @param value the result's value
 * @param baseline the baseline's value, if there is a baseline
 * @param bar the bar, if there is one
 */
public record Outcome(Metric metric, double value, OptionalDouble baseline, OptionalDouble bar) {

    /** Whether the bar is reached; without a bar, whether there is a value at all. */
    public boolean reached() {
        return bar.isPresent() ? metric.reaches(value, bar.getAsDouble()) : !Double.isNaN(value);
    }
}
