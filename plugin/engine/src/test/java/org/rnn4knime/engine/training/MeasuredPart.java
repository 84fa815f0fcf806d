package org.rnn4knime.engine.training;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.BatchReader.Targets;
import org.rnn4knime.engine.encoding.EncodedSequences;
import org.rnn4knime.engine.encoding.EncoderFit;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.model.Baseline;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;

/** A table of which a part is learned from, and one that is measured: the part that is held back of it, or another table. */
record MeasuredPart(Sequences learned, EncodedSequences encoded, Split split, Encoders encoders, Measure measure) {

    /** What the settings hold back. */
    static MeasuredPart of(final Setup setup, final Table table) {
        return of(setup, table, Optional.empty());
    }

    /** All of another table. */
    static MeasuredPart of(final Setup setup, final Table table, final Table other) {
        return of(setup, table, Optional.of(other));
    }

    private static MeasuredPart of(final Setup setup, final Table table, final Optional<Table> other) {
        final var settings = setup.settings();
        final var training = settings.training();
        final var sequences = Sequences.of(table, settings.data(), Truth.COMPLETE);
        final var split = other.isPresent()
                ? Split.none(sequences)
                : Split.of(
                        sequences,
                        training.validation().split(),
                        training.validation().fraction(),
                        training.seed());
        final var windowing = settings.windowing(
                sequences.target().filter(TextColumn.class::isInstance).isPresent());
        final var windows = Windows.of(sequences.steps(), windowing, split.training());
        final var encoders = EncoderFit.of(settings.encoding(), sequences, split, windows);
        final var encoded = encoders.encode(sequences, settings.ahead());
        if (other.isEmpty()) {
            return new MeasuredPart(
                    sequences,
                    encoded,
                    split,
                    encoders,
                    measure(encoders, sequences, encoded, windowing, split.validation()));
        }
        final var measured = Sequences.of(other.get(), settings.data(), Truth.COMPLETE);
        return new MeasuredPart(
                sequences,
                encoded,
                split,
                encoders,
                measure(
                        encoders,
                        measured,
                        encoders.encode(measured, settings.ahead()),
                        windowing,
                        Split.all(measured.steps())));
    }

    private static Measure measure(
            final Encoders encoders,
            final Sequences sequences,
            final EncodedSequences encoded,
            final Windowing windowing,
            final Windows.Bounds bounds) {
        final var windows = Windows.of(sequences.steps(), windowing, bounds);
        return Measure.of(
                encoders.target(), sequences, new BatchReader(encoded, windows, windowing, Targets.LAST_OF_EACH_STEP));
    }

    /** The metric of a trained model for all of a table. */
    static OptionalDouble value(final RnnModel model, final Table table) {
        final var sequences = Sequences.of(table, model.settings().data(), Truth.COMPLETE);
        final var encoded = model.encoders().encode(sequences, model.settings().ahead());
        final var measure =
                measure(model.encoders(), sequences, encoded, model.windowing(), Split.all(sequences.steps()));
        final var reader = measure.reader();
        final var counter = measure.counter();
        // In another order, and the last batch smaller.
        final var members = IntStream.range(0, reader.windows().size())
                .map(index -> reader.windows().size() - 1 - index)
                .toArray();
        try (var network = RnnNetwork.of(model.plan(), model.networks().get(0).parameters(), 1)) {
            for (int from = 0; from < members.length; from += 7) {
                final var batch = reader.read(members, from, Math.min(members.length, from + 7));
                counter.add(members, from, network.predict(batch.inputs(), batch.lengths(), () -> {}));
            }
        }
        return counter.value();
    }

    /** The metric of outputs [window][value] that were written once a window. */
    OptionalDouble value(final double[]... outputs) {
        final var tensor = Tensor.zeros(1, outputs.length == 0 ? 1 : outputs[0].length, outputs.length);
        for (int window = 0; window < outputs.length; window++) {
            for (int value = 0; value < outputs[window].length; value++) {
                tensor.values()[tensor.index(0, value, window)] = (float) outputs[window][value];
            }
        }
        return value(tensor);
    }

    /** The metric of outputs [time, value, window]. */
    OptionalDouble value(final Tensor outputs) {
        final var counter = measure.counter();
        counter.add(IntStream.range(0, outputs.windows()).toArray(), 0, outputs);
        return counter.value();
    }

    Optional<Baseline> baseline() {
        return new Baselines(learned, encoded, split).best(measure, () -> {});
    }
}
