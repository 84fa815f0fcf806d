package org.rnn4knime.engine.prediction;

import java.util.Objects;

/**
 * One measure of predictions against the truth.
 *
 * @param name as shown to users, such as RMSE
 * @param value in the target's units
 * @param count the number of rows that it is computed of
 */
public record Metric(String name, double value, int count) {

    /** Refuses null. */
    public Metric {
        Objects.requireNonNull(name);
    }
}
