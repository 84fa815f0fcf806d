package org.rnn4knime.engine.training;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.encoding.TargetEncoder;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.Provenance;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.runtime.Versions;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TooFewRows;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.Windows;

/** Learns a model from a table. */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains a model. The same table, settings, versions and kind of processor give the same parameters.
     *
     * @param training the rows to learn from, in any order if the settings name an order column
     * @param settings all that the user decides
     * @param listener is told how it goes, and may cancel
     * @throws UnusableDataException if the table does not hold what the settings need
     * @throws DivergedException if the loss is no finite number any more
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the listener cancels or the thread is interrupted
     */
    public static TrainedModel train(
            final Table training, final RnnSettings settings, final TrainingListener listener) {
        final var sequences = Sequences.of(training, settings.data(), Truth.COMPLETE);
        final var split = Split.chronological(sequences, settings.training().validationFraction());
        final var windows = Windows.training(sequences, split, settings.rowsBefore());
        final var heldBack = Windows.validation(sequences, split, settings.rowsBefore());
        if (windows.size() == 0) {
            throw tooFewRows(sequences, settings);
        }
        final var encoder = TargetEncoder.fit(settings.encoding(), sequences, split);
        final var encoded = encoder.encode(sequences);
        final var run = new TrainingRun(
                settings,
                new Batches(windows, encoded, settings),
                Optional.of(heldBack).filter(some -> some.size() > 0).map(some -> new Batches(some, encoded, settings)),
                listener);
        final var parameters = run.train();
        return new TrainedModel(
                new RnnModel(
                        settings,
                        encoder,
                        parameters,
                        run.history(),
                        provenance(settings, sequences, windows, heldBack)),
                warnings(sequences, settings, heldBack));
    }

    private static Provenance provenance(
            final RnnSettings settings, final Sequences sequences, final Windows windows, final Windows heldBack) {
        return new Provenance(
                Versions.extension(),
                Versions.deeplearning4j(),
                System.getProperty("java.version"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                settings.training().seed(),
                sequences.table().size(),
                sequences.size(),
                windows.size(),
                heldBack.size());
    }

    private static UnusableDataException tooFewRows(final Sequences sequences, final RnnSettings settings) {
        final var fraction = settings.training().validationFraction();
        int needed = settings.rowsBefore() + 1;
        while (needed - Math.round(needed * fraction) <= settings.rowsBefore()) {
            needed++;
        }
        return TooFewRows.in(
                sequences,
                needed,
                "for a sequence length of " + settings.sequences().sequenceLength()
                        + (settings.encoding().difference() ? ", a difference" : "")
                        + " and a validation fraction of " + NumberColumn.text(fraction),
                "Lower the sequence length, or give more rows.");
    }

    private static List<String> warnings(
            final Sequences sequences, final RnnSettings settings, final Windows heldBack) {
        final var warnings = new ArrayList<String>();
        TooFewRows.warning(sequences, settings.rowsBefore() + 1).ifPresent(warnings::add);
        if (settings.training().validationFraction() > 0 && heldBack.size() == 0) {
            warnings.add("There is no validation loss: the validation fraction "
                    + settings.training().validationFraction() + " of at most " + sequences.longest()
                    + " rows a sequence holds no row to predict.");
        }
        if (growsWithoutBound(settings)) {
            warnings.add(
                    "With the activation ReLU nothing bounds the state of a simple network, so that it may grow from step to"
                            + " step until the training runs away. If it does, or learns badly, choose the activation tanh.");
        }
        return warnings;
    }

    private static boolean growsWithoutBound(final RnnSettings settings) {
        final var network = settings.network();
        return (network.cellType() == CellType.ELMAN || network.cellType() == CellType.JORDAN)
                && network.activation() == Activation.RELU
                && settings.training().clipping() == ClippingType.NONE;
    }
}
