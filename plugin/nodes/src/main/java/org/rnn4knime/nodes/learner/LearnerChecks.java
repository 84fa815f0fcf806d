package org.rnn4knime.nodes.learner;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.table.ColumnChecks;
import org.rnn4knime.nodes.table.ColumnNames;
import org.rnn4knime.nodes.table.ColumnRoles;

/** What can be known of settings only together with the kinds of the columns, but before a row is read. */
final class LearnerChecks {

    private LearnerChecks() {}

    /** Refuses settings that do not fit what the target column holds, or how many columns there are. */
    static void check(final RnnSettings settings, final DataTableSpec table) throws InvalidSettingsException {
        final var data = settings.data();
        final var hasClasses = ColumnRoles.hasClasses(table, data);
        SettingChecks.check(() -> settings.requireFitting(hasClasses));
        if (hasClasses && !data.targetColumn().isEmpty()) {
            final var values = ColumnRoles.possibleValues(table.getColumnSpec(data.targetColumn()));
            CheckUtils.checkSetting(
                    values <= Outputs.MOST,
                    "Target column \"%s\" has %d different values, but at most %d classes can be told apart. "
                            + "Choose another column, or group its values before.",
                    data.targetColumn(),
                    values,
                    Outputs.MOST);
        }
        ColumnChecks.checkClassWeights(table, settings);
        checkSteps(settings, hasClasses);
    }

    /** The length of each sequence is known where columns are its steps. */
    private static void checkSteps(final RnnSettings settings, final boolean hasClasses)
            throws InvalidSettingsException {
        final var data = settings.data();
        if (data.layout() == SequenceLayout.COLUMNS && data.isSliding()) {
            final var steps = data.featureColumns().size() / data.featuresPerStep();
            final var needed = settings.windowing(hasClasses).shortest();
            CheckUtils.checkSetting(
                    steps >= needed,
                    "The feature columns are %d time steps, but %d are needed for a sequence length of %d: as many as"
                            + " are read and those that are predicted. Lower the sequence length, or choose more"
                            + " feature columns.",
                    steps,
                    needed,
                    settings.sequences().sequenceLength());
        }
    }

    /** Returns why forecasts of more than one step will be refused, if they will: features of which nobody knows the future. */
    static Optional<String> warning(final RnnSettings settings) {
        final var data = settings.data();
        final var features =
                data.predict() == Scope.FUTURE && settings.sequences().forecastMode() == ForecastMode.RECURSIVE
                        ? knownInThePast(data)
                        : List.<String>of();
        if (features.isEmpty()) {
            return Optional.empty();
        }
        final var isOne = features.size() == 1;
        return Optional.of(String.format(
                "The feature column%s %s %s not known in the future, so that the RNN Forecaster can forecast one step"
                        + " only. Choose to forecast by direct output%s.",
                isOne ? "" : "s",
                ColumnNames.quoted(features),
                isOne ? "is" : "are",
                data.layout() == SequenceLayout.ROWS
                        ? ", or include " + (isOne ? "it" : "them") + " in \"Known in the future\""
                        : ""));
    }

    private static List<String> knownInThePast(final DataSettings data) {
        if (data.layout() == SequenceLayout.COLUMNS) {
            return data.featureColumns().subList(1, data.featuresPerStep());
        }
        return data.featureColumns().stream()
                .filter(name -> !data.knownFutureColumns().contains(name))
                .toList();
    }
}
