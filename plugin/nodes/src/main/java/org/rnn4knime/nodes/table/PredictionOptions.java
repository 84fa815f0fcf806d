package org.rnn4knime.nodes.table;

import java.util.Objects;
import java.util.Optional;

/**
 * Which columns of results a user wants.
 *
 * @param name of the column with the predictions, if not the usual one
 * @param hasProbabilities whether each class has a column with its probability, where there is one prediction a row
 * @param hasHiddenStates whether there are columns with the hidden states
 */
public record PredictionOptions(Optional<String> name, boolean hasProbabilities, boolean hasHiddenStates) {

    /** Refuses null. */
    public PredictionOptions {
        Objects.requireNonNull(name);
    }

    /** Returns the name of the one column with predictions of a target. */
    String predictionColumn(final String target) {
        return name.orElseGet(() -> "Prediction (" + target + ")");
    }

    /** Returns the name of the column with predictions of a step column, of which there are many. */
    String stepColumn(final String step) {
        return name.orElse("Prediction") + " (" + step + ")";
    }
}
