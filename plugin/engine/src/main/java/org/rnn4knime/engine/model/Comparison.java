package org.rnn4knime.engine.model;

import java.util.Objects;

/**
 * A model beside the best of the simple methods, measured on the same windows.
 *
 * @param metric what is measured
 * @param model the model's value
 * @param baseline the simple method, and its value
 * @param heldBack whether the windows were held back from the training; if not, the model has seen them, and its value says little
 */
public record Comparison(MetricType metric, double model, Baseline baseline, boolean heldBack) {

    /** Refuses null. */
    public Comparison {
        Objects.requireNonNull(metric);
        Objects.requireNonNull(baseline);
    }

    /** Whether the model is better than the simple method. */
    public boolean isWorthIt() {
        return metric.isBetter(model, baseline.value());
    }
}
