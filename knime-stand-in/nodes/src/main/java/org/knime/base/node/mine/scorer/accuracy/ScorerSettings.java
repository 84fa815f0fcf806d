package org.knime.base.node.mine.scorer.accuracy;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.Require;

/**
 * The settings of the Scorer.
 *
 * @param truth the column of the true classes
 * @param prediction the column of the predicted ones
 * @param ignoreMissing whether rows with a missing class are left out; otherwise they are an error
 */
record ScorerSettings(String truth, String prediction, boolean ignoreMissing) {

    static ScorerSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        Require.that(settings.getInt("sortingStrategy", 0) == 0, "sortingStrategy", "0 (insertion order)");
        Require.that(!settings.getBoolean("sortingReversed", false), "sortingReversed", "false");
        final var truth = settings.getString("first");
        final var prediction = settings.getString("second");
        if (truth == null || prediction == null) {
            throw new InvalidSettingsException("Choose both columns that are to be compared.");
        }
        return new ScorerSettings(truth, prediction, settings.getBoolean("ignore.missing.values", true));
    }
}
