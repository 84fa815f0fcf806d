package org.rnn4knime.engine.encoding;

import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.Windowing;
import org.rnn4knime.engine.sequence.Windows;

/** A table as a network would learn from it. */
record Encoded(
        Sequences sequences,
        Split split,
        Windowing windowing,
        Windows windows,
        Encoders encoders,
        EncodedSequences encoded) {

    static Encoded of(final Setup setup, final Table table) {
        final RnnSettings settings = setup.settings();
        final var sequences = Sequences.of(table, settings.data(), Truth.COMPLETE);
        final var validation = settings.training().validation();
        final var split = Split.of(
                sequences,
                validation.split(),
                validation.fraction(),
                settings.training().seed());
        final var windowing = settings.windowing(
                sequences.target().filter(TextColumn.class::isInstance).isPresent());
        final var windows = Windows.of(sequences.steps(), windowing, split.training());
        final var encoders = EncoderFit.of(settings.encoding(), sequences, split, windows);
        return new Encoded(
                sequences, split, windowing, windows, encoders, encoders.encode(sequences, settings.ahead()));
    }

    BatchReader reader(final BatchReader.Targets targets) {
        return new BatchReader(encoded, windows, windowing, targets);
    }
}
