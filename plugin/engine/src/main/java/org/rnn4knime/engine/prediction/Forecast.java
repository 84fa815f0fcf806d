package org.rnn4knime.engine.prediction;

import java.util.List;

/**
 * Forecasts beyond the last rows of a table.
 *
 * @param sequences in the order in which the history names them
 * @param warnings sentences for the user; often none
 */
public record Forecast(List<ForecastSequence> sequences, List<String> warnings) {

    /** Copies the lists; refuses null. */
    public Forecast {
        sequences = List.copyOf(sequences);
        warnings = List.copyOf(warnings);
    }
}
