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

    private static final int FAR = 4;

    /** Refuses null. */
    public Comparison {
        Objects.requireNonNull(metric);
        Objects.requireNonNull(baseline);
    }

    /** Whether the model makes less than a quarter of the errors of the simple method. */
    public boolean isFarBetter() {
        return error(model) < error(baseline.value()) / FAR;
    }

    private double error(final double value) {
        return metric == MetricType.ACCURACY ? 1 - value : value;
    }

    /** Whether the model is better than the simple method. */
    public boolean isWorthIt() {
        return metric.isBetter(model, baseline.value());
    }
}
