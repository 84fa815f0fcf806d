package org.knime.base.node.mine.scorer.numeric2;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.nodes.Require;

/**
 * The settings of the Numeric Scorer.
 *
 * @param reference the column of the true numbers
 * @param predicted the column of the predictions
 * @param outputColumn the name of the column of scores, if it is not that of the predictions
 * @param predictors the number of predictors that the adjusted R² counts
 */
record NumericScorerSettings(String reference, String predicted, Optional<String> outputColumn, int predictors) {

    static NumericScorerSettings read(final NodeSettingsRO settings) throws InvalidSettingsException {
        Require.that(!settings.getBoolean("generate flow variables", false), "generate flow variables", "switched off");
        return new NumericScorerSettings(
                column(settings, "reference"),
                column(settings, "predicted"),
                settings.getBoolean("override default output name", false)
                        ? Optional.of(settings.getString("output column"))
                        : Optional.empty(),
                settings.getInt("number_of_predictors", 0));
    }

    private static String column(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
        final var name = settings.getNodeSettings(key).getString("columnName");
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException("No " + key + " column is chosen.");
        }
        return name;
    }
}
