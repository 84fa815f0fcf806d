package org.rnn4knime.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.BatchReader.Targets;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TooFewRows;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;

/**
 * What is measured by and never learned from.
 *
 * @param sequences in which it lies
 * @param encoded the same, encoded as the training part tells
 * @param windowing how windows are cut
 * @param windows whose targets are held back
 * @param warnings sentences for the user
 */
record HeldBack(
        Sequences sequences, EncodedSequences encoded, Windowing windowing, Windows windows, List<String> warnings) {

    /** All of a table of its own. */
    static HeldBack of(final Table table, final RnnSettings settings, final Encoders encoders) {
        final var sequences = Sequences.of(table, settings.data(), Truth.COMPLETE);
        final var windowing = settings.windowing(TrainingData.hasClasses(sequences));
        sequences.requiredTarget();
        encoders.requireTargets(sequences);
        final var windows = Windows.of(sequences.steps(), windowing, Split.all(sequences.steps()));
        final var warnings = windows.size() > 0
                ? warnings(sequences, windowing)
                : List.of("There is no validation loss: the validation table holds nothing to predict.");
        return new HeldBack(sequences, encoders.encode(sequences, settings.ahead()), windowing, windows, warnings);
    }

    /** What is left out of a validation table, told apart from what is left out of the other. */
    private static List<String> warnings(final Sequences sequences, final Windowing windowing) {
        final var warnings = new ArrayList<>(sequences.warnings());
        TooFewRows.warning(sequences, windowing.shortest()).ifPresent(warnings::add);
        windowing.cutOff(sequences).ifPresent(warnings::add);
        return warnings.stream().map(warning -> "Validation table: " + warning).toList();
    }

    /** Reads it as it is measured: the last value of each window alone, where the next values are predicted. Empty if there is nothing. */
    Optional<BatchReader> reader(final NetworkPlan plan) {
        return windows.size() == 0
                ? Optional.empty()
                : Optional.of(new BatchReader(
                        encoded,
                        windows,
                        windowing,
                        plan.outputs().scope() == Outputs.Scope.STEP ? Targets.LAST_OF_EACH_STEP : Targets.ONE));
    }
}
