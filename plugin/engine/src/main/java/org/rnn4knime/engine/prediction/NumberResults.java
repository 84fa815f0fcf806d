package org.rnn4knime.engine.prediction;

import java.util.Objects;

/**
 * Numbers in the user's units.
 *
 * @param values one a place, NaN where there is no prediction; not copied
 */
public record NumberResults(double[] values) implements Results {

    /** Refuses null. */
    public NumberResults {
        Objects.requireNonNull(values);
    }

    @Override
    public boolean has(final int place) {
        return !Double.isNaN(values[place]);
    }

    @Override
    public int size() {
        return values.length;
    }
}
