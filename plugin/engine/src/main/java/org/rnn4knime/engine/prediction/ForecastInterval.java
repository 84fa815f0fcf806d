package org.rnn4knime.engine.prediction;

/**
 * A prediction interval of each step of a forecast.
 *
 * @param level how many per cent of the truths it is meant to cover
 * @param lower its lower bounds in the target's units, NaN where there is no forecast; not copied
 * @param upper its upper bounds; not copied
 */
public record ForecastInterval(double level, double[] lower, double[] upper) {

    /** Refuses bounds of different numbers of steps. */
    public ForecastInterval {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(lower.length + " lower and " + upper.length + " upper bounds");
        }
    }
}
