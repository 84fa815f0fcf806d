package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.RowIds;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

/** Small models of the next symbols of texts in a column "text". */
record TextModels(
        Tokenizer tokenizer, int sequenceLength, NetworkSettings network, EncodingSettings encoding, int epochs) {

    static final TextModels CHARACTERS = new TextModels(
            new Tokenizer(Tokens.CHARACTERS, false),
            10,
            new NetworkSettings(CellType.GRU, 24),
            new EncodingSettings(Normalization.NONE, TargetTransform.NONE),
            80);

    TextModels words() {
        return new TextModels(new Tokenizer(Tokens.WORDS, true), sequenceLength, network, encoding, epochs);
    }

    TextModels reading(final int steps) {
        return new TextModels(tokenizer, steps, network, encoding, epochs);
    }

    TextModels network(final NetworkSettings other, final int otherEpochs) {
        return new TextModels(tokenizer, sequenceLength, other, encoding, otherEpochs);
    }

    TextModels vocabulary(final VocabularySettings vocabulary, final int mostOneHot) {
        return new TextModels(
                tokenizer,
                sequenceLength,
                network,
                new EncodingSettings(Normalization.NONE, TargetTransform.NONE, vocabulary, mostOneHot, 8),
                epochs);
    }

    RnnModel train(final String... texts) {
        return Trainer.train(
                        table(texts),
                        new RnnSettings(
                                data(SequenceLayout.TEXT, Scope.FUTURE),
                                new SequenceSettings(
                                        sequenceLength,
                                        Optional.of(1),
                                        Optional.empty(),
                                        BeyondMaximum.KEEP_END,
                                        ForecastMode.RECURSIVE,
                                        1),
                                encoding,
                                network,
                                new TrainingSettings(epochs, 16, 0.02, 0, 1)),
                        TrainingListener.NONE)
                .model();
    }

    DataSettings data(final SequenceLayout layout, final Scope predict) {
        return new DataSettings(
                layout,
                predict,
                predict == Scope.FUTURE ? "text" : "label",
                predict == Scope.FUTURE ? List.of() : List.of("text"),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                tokenizer,
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
    }

    static Table table(final String... texts) {
        return new Table(
                RowIds.numbered("Row", texts.length),
                List.of(TextColumn.of(
                        "text", Arrays.stream(texts).map(Optional::of).toList())));
    }
}
