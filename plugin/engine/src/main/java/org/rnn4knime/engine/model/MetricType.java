package org.rnn4knime.engine.model;

import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.TargetEncoder;

/** By what predictions are measured, in words that a user understands. */
public enum MetricType {

    /** The share of classes that are predicted rightly, from 0 to 1: the more the better. */
    ACCURACY,

    /** The root of the mean squared error, in the target's own units: the less the better. */
    RMSE;

    /** What a target is measured by. */
    public static MetricType of(final TargetEncoder target) {
        return target instanceof ClassTarget ? ACCURACY : RMSE;
    }

    /** Whether a value is better than another. NaN is worse than every number. */
    public boolean isBetter(final double value, final double other) {
        if (Double.isNaN(value) || Double.isNaN(other)) {
            return !Double.isNaN(value) && Double.isNaN(other);
        }
        return this == ACCURACY ? value > other : value < other;
    }
}
