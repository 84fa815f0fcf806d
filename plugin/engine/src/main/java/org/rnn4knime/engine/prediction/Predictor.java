package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.BatchReader.Targets;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.TooFewRows;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;
import org.rnn4knime.engine.sequence.Windows.StepReceiver;

/** Predicts what a model has learned to predict, for each place of a table. */
public final class Predictor {

    private final RnnModel model;

    private final Sequences sequences;

    private final Windowing windowing;

    private final Windows windows;

    private final EncodedSequences encoded;

    private Predictor(final RnnModel model, final Sequences sequences) {
        this.model = model;
        this.sequences = sequences;
        this.windowing = model.windowing();
        this.windows = Windows.predicting(sequences.steps(), windowing, readable());
        if (windows.size() == 0 && sequences.table().size() > 0) {
            throw nothing();
        }
        this.encoded = model.encoders().encode(sequences, model.settings().ahead());
    }

    /**
     * Predicts. Where the next values are predicted, each is made from those before it in its sequence alone, and of a direct forecast it
     * is the one of a single step ahead.
     *
     * @param model as trained
     * @param table holds the columns that the network reads; the target may be missing, but where its own past is read only at the end of
     *     a sequence, where the first such step still gets a prediction. A table without rows gives no predictions
     * @throws UnusableDataException if the table does not hold what the model needs
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Predictions predict(final RnnModel model, final Table table) {
        return of(model, table).predict(false);
    }

    /** Predicts the same and tells the hidden states too. */
    public static Predictions predictWithStates(final RnnModel model, final Table table) {
        return of(model, table).predict(true);
    }

    private static Predictor of(final RnnModel model, final Table table) {
        return new Predictor(model, Sequences.of(table, model.settings().data(), Truth.MAY_END_EARLY));
    }

    private Windows.Bounds readable() {
        final Steps steps = sequences.steps();
        return sequences.settings().predict() == Scope.FUTURE
                ? Split.bounds(steps::from, sequence -> steps.from(sequence) + sequences.readableLength(sequence))
                : Split.all(steps);
    }

    private int needed() {
        return windowing.data().isSliding() ? windowing.shortest() - Math.max(0, windowing.ahead() - 1) : 1;
    }

    private UnusableDataException nothing() {
        return TooFewRows.in(
                sequences,
                needed(),
                "to predict one of them",
                windowing.data().isSliding()
                        ? "Give more rows, or train a model with a shorter sequence length."
                        : "Give a table with rows.");
    }

    private Predictions predict(final boolean wantsStates) {
        final var slots = Slots.of(sequences);
        final var unknown = UnknownReader.of(sequences, encoded);
        final var results = ResultCollector.of(model.encoders().target(), sequences, encoded, slots);
        final var states = wantsStates
                ? Optional.of(new StateCollector(model, sequences, slots))
                : Optional.<StateCollector>empty();
        final var reader = new BatchReader(encoded, windows, windowing, Targets.NONE);
        final var known = known(unknown, results);
        try (var inference = new Inference(model)) {
            if (states.isPresent()) {
                inference.runWithStates(reader, known, (window, reading, slot) -> {
                    take(reader, window, reading.outputs(), slot, results);
                    take(window, reading.states(), slot, states.get());
                });
            } else {
                inference.run(reader, known, (window, outputs, slot) -> take(reader, window, outputs, slot, results));
            }
        }
        final var predictions = results.results();
        final var warnings = new ArrayList<>(sequences.warnings());
        TooFewRows.warning(sequences, needed()).ifPresent(warnings::add);
        windowing.cutOff(sequences).ifPresent(warnings::add);
        unknown.warning().ifPresent(warnings::add);
        final var evaluation = Evaluation.of(model.encoders().target(), sequences, slots, predictions);
        warnings.addAll(evaluation.warnings());
        return new Predictions(
                sequences, slots, predictions, states.map(StateCollector::states), evaluation.metrics(), warnings);
    }

    /** The windows that give predictions; what any other one tells of is left without. */
    private IntStream known(final UnknownReader unknown, final ResultCollector results) {
        final var refused = new BitSet();
        for (int window = 0; window < windows.size(); window++) {
            if (unknown.reads(windows, window)) {
                refused.set(window);
                final var sequence = windows.sequence(window);
                eachStep(window, (step, read) -> unknown.count(results.refuse(sequence, step) ? 1 : 0));
            }
        }
        return IntStream.range(0, windows.size()).filter(window -> !refused.get(window));
    }

    private void take(
            final BatchReader reader,
            final int window,
            final Tensor outputs,
            final int slot,
            final ResultCollector results) {
        final var sequence = windows.sequence(window);
        final var level = reader.level(window);
        // A network that writes once has written at the step 0.
        eachStep(
                window,
                (step, read) ->
                        results.take(sequence, step, level, outputs.step(Math.min(outputs.steps() - 1, read), slot)));
    }

    private void take(final int window, final Tensor states, final int slot, final StateCollector collector) {
        final var sequence = windows.sequence(window);
        eachStep(window, (step, read) -> collector.take(sequence, step, read, states, slot));
    }

    private void eachStep(final int window, final StepReceiver receiver) {
        windows.eachStep(window, windowing.data().predict(), receiver);
    }
}
