package org.rnn4knime.nodes.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.def.StringCell;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.DataSettings;
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
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;

/** Models of the next characters of texts in a column "text". */
public final class TextModel {

    private TextModel() {}

    /** Returns a model that knows some texts by heart. */
    public static RnnModelPortObject of(final String... texts) {
        final var settings = settings();
        final var column =
                TextColumn.of("text", Stream.of(texts).map(Optional::of).toList());
        final var table = new Table(RowIds.numbered("Row", texts.length), List.of(column));
        final var model = Trainer.train(table, settings, TrainingListener.NONE).model();
        return new RnnModelPortObject(
                model,
                new RnnModelPortObjectSpec(
                        settings, TestTable.column("text", StringCell.TYPE).spec()));
    }

    private static RnnSettings settings() {
        final var data = new DataSettings(
                SequenceLayout.TEXT,
                Scope.FUTURE,
                "text",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
        return new RnnSettings(
                data,
                new SequenceSettings(20),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                new NetworkSettings(CellType.GRU, 24),
                new TrainingSettings(80, 16, 0.02, 0, 1));
    }
}
