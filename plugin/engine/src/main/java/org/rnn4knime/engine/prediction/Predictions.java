package org.rnn4knime.engine.prediction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.Sequences;

/**
 * Predictions of what a table holds.
 *
 * @param sequences of the table
 * @param slots the places of the predictions
 * @param results one a place
 * @param states what the network had in mind at each place; empty if they were not asked for
 * @param evaluation against the truth; no metric where the table has none
 * @param warnings sentences for the user; often none
 */
public record Predictions(
        Sequences sequences,
        Slots slots,
        Results results,
        Optional<HiddenStates> states,
        List<Metric> evaluation,
        List<String> warnings) {

    /** Copies the lists; refuses null. */
    public Predictions {
        Objects.requireNonNull(sequences);
        Objects.requireNonNull(slots);
        Objects.requireNonNull(results);
        Objects.requireNonNull(states);
        evaluation = List.copyOf(evaluation);
        warnings = List.copyOf(warnings);
    }
}
