package org.rnn4knime.nodes.inspector;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.model.ForecastErrors;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
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
import org.rnn4knime.nodes.table.EncodersTable.Entry;

/** A model of a day's weather: the columns "hour" and "rain" hold numbers, "sky" is blue or grey, mostly grey. */
final class WeatherModel {

    static final int ROWS = 24;

    private Scope m_predict = Scope.FUTURE;

    private String m_target = "rain";

    private MissingValues m_missingValues = MissingValues.FAIL;

    private Normalization m_normalization = Normalization.Z_SCORE;

    private TargetTransform m_transform = TargetTransform.NONE;

    private int m_mostOneHot = 32;

    private NetworkSettings m_network = new NetworkSettings(CellType.LSTM, 3);

    private double m_validationFraction;

    WeatherModel predicting(final Scope predict, final String target) {
        m_predict = predict;
        m_target = target;
        return this;
    }

    WeatherModel missingValues(final MissingValues missingValues) {
        m_missingValues = missingValues;
        return this;
    }

    WeatherModel normalization(final Normalization normalization) {
        m_normalization = normalization;
        return this;
    }

    WeatherModel transform(final TargetTransform transform) {
        m_transform = transform;
        return this;
    }

    WeatherModel embedded() {
        m_mostOneHot = 1;
        return this;
    }

    WeatherModel network(final NetworkSettings network) {
        m_network = network;
        return this;
    }

    WeatherModel holdingBack(final double fraction) {
        m_validationFraction = fraction;
        return this;
    }

    /** Returns the rows of the table "Encoders". */
    List<Entry> entries() {
        return new EncoderEntries(train()).all().toList();
    }

    RnnModel train() {
        return Trainer.train(table(), settings(), TrainingListener.NONE).model();
    }

    /** Returns the model with errors of forecasts, each step's in ascending order. */
    RnnModel train(final double[]... errors) {
        return train().withForecastErrors(new ForecastErrors(List.of(errors)));
    }

    private RnnSettings settings() {
        final var features = Stream.of("hour", "rain", "sky")
                .filter(name -> !name.equals(m_target))
                .toList();
        final var isForecast = m_predict == Scope.FUTURE;
        final var data = new DataSettings(
                SequenceLayout.ROWS,
                m_predict,
                m_target,
                isForecast ? features : features.subList(1, 2),
                isForecast ? List.of("sky") : List.of(),
                List.of(),
                Optional.empty(),
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                m_missingValues,
                UnknownValues.READ_AS_UNKNOWN);
        return new RnnSettings(
                data,
                new SequenceSettings(4),
                new EncodingSettings(m_normalization, m_transform, VocabularySettings.ALL, m_mostOneHot, 5),
                m_network,
                new TrainingSettings(2, 8, 0.01, m_validationFraction, 1));
    }

    private static Table table() {
        final var sky = IntStream.range(0, ROWS)
                .mapToObj(hour -> Optional.of(hour % 3 == 0 ? "blue" : "grey"))
                .toList();
        return new Table(
                RowIds.numbered("Row", ROWS),
                List.of(
                        new NumberColumn(
                                "hour",
                                IntStream.range(0, ROWS).asDoubleStream().toArray()),
                        new NumberColumn("rain", rain().toArray()),
                        TextColumn.of("sky", sky)));
    }

    static DoubleStream rain() {
        return IntStream.range(0, ROWS).mapToDouble(hour -> 2 + hour % 5 + hour % 3 / 2.0);
    }
}
