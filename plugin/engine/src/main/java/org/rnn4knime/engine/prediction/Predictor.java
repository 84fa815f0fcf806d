package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TooFewRows;
import org.rnn4knime.engine.sequence.Windows;

/** Predicts each row of a table from the rows before it. */
public final class Predictor {

    private Predictor() {}

    /**
     * Predicts each row that has enough rows before it in its sequence.
     *
     * @param model as trained
     * @param table holds the columns that the model's settings name; the target may be missing at the end of a sequence,
     *     where the first such row still gets a prediction
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if the table does not hold what the model needs
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Predictions predict(final RnnModel model, final Table table) {
        final var rowsBefore = model.settings().rowsBefore();
        final var sequences = Sequences.of(table, model.settings().data(), Truth.MAY_END_EARLY);
        final var windows = Windows.readable(sequences, rowsBefore);
        if (windows.size() == 0) {
            throw TooFewRows.in(
                    sequences,
                    rowsBefore + 1,
                    "to predict one of them",
                    "Give more rows, or train a model with a shorter sequence length.");
        }
        final var predictions = predict(model, sequences, windows);
        return new Predictions(
                predictions,
                Evaluation.of(truth(sequences), predictions),
                TooFewRows.warning(sequences, rowsBefore + 1).stream().toList());
    }

    private static double[] predict(final RnnModel model, final Sequences sequences, final Windows windows) {
        final var encoded = model.encoder().encode(sequences);
        final var predictions = nothing(sequences);
        try (var inference = new Inference(model)) {
            final var outputs =
                    inference.predict(windows.size(), window -> encoded[windows.sequence(window)], windows::target);
            for (int window = 0; window < outputs.length; window++) {
                final var sequence = sequences.all().get(windows.sequence(window));
                final var step = windows.target(window);
                predictions[sequence.rows()[step]] =
                        model.encoder().decode(outputs[window], sequence.target()[step - 1]);
            }
        }
        return predictions;
    }

    private static double[] truth(final Sequences sequences) {
        final var truth = nothing(sequences);
        for (final var sequence : sequences.all()) {
            for (int step = 0; step < sequence.length(); step++) {
                truth[sequence.rows()[step]] = sequence.target()[step];
            }
        }
        return truth;
    }

    private static double[] nothing(final Sequences sequences) {
        final var values = new double[sequences.table().size()];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
