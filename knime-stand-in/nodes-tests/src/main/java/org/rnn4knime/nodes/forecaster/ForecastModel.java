package org.rnn4knime.nodes.forecaster;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.prediction.Backtest;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.table.TableReader;

/** Models for the Forecaster, trained in no time: good enough to see which values go where. */
final class ForecastModel {

    private final SequenceLayout m_layout;

    private final String m_target;

    private Scope m_predict = Scope.FUTURE;

    private List<String> m_features = List.of();

    private List<String> m_knownFuture = List.of();

    private List<String> m_ids = List.of();

    private Optional<String> m_order = Optional.empty();

    private ForecastMode m_mode = ForecastMode.RECURSIVE;

    private int m_horizon = 12;

    private double m_validationFraction;

    private ForecastModel(final SequenceLayout layout, final String target) {
        m_layout = layout;
        m_target = target;
    }

    /** Starts a model of series, one row a time step. */
    static ForecastModel of(final String target) {
        return new ForecastModel(SequenceLayout.ROWS, target);
    }

    /** Starts a model of sequences in another layout. */
    static ForecastModel of(final SequenceLayout layout, final String target, final String... features) {
        return new ForecastModel(layout, target).reading(features);
    }

    /** Returns a model that forecasts the airline data. */
    static RnnModelPortObject airline(final BufferedDataTable table) {
        return of("passengers").inOrderOf("month").train(table);
    }

    ForecastModel predicting(final Scope predict) {
        m_predict = predict;
        return this;
    }

    ForecastModel reading(final String... features) {
        m_features = List.of(features);
        return this;
    }

    ForecastModel knowing(final String... features) {
        m_knownFuture = List.of(features);
        return this;
    }

    ForecastModel by(final String... ids) {
        m_ids = List.of(ids);
        return this;
    }

    ForecastModel inOrderOf(final String order) {
        m_order = Optional.of(order);
        return this;
    }

    ForecastModel directly(final int horizon) {
        m_mode = ForecastMode.DIRECT;
        m_horizon = horizon;
        return this;
    }

    ForecastModel holdingBack(final double fraction) {
        m_validationFraction = fraction;
        return this;
    }

    private RnnSettings settings() {
        return new RnnSettings(
                new DataSettings(
                        m_layout,
                        m_predict,
                        m_target,
                        m_features,
                        m_knownFuture,
                        m_ids,
                        m_order,
                        1,
                        new Tokenizer(Tokens.CHARACTERS, false),
                        MissingValues.FAIL,
                        UnknownValues.NO_PREDICTION),
                new SequenceSettings(3, Optional.of(1), Optional.empty(), BeyondMaximum.KEEP_END, m_mode, m_horizon),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                new NetworkSettings(CellType.GRU, 4),
                new TrainingSettings(2, 8, 0.01, m_validationFraction, 1));
    }

    /** Returns what is known of the model before it is trained with a table of these columns. */
    RnnModelPortObjectSpec spec(final DataTableSpec training) {
        return new RnnModelPortObjectSpec(settings(), training);
    }

    /** Returns the model as it learns from a table. */
    RnnModelPortObject train(final BufferedDataTable table) {
        try {
            final var settings = settings();
            final var rows = TableReader.read(table, settings.data(), new ExecutionMonitor());
            final var trained =
                    Trainer.train(rows, settings, TrainingListener.NONE).model();
            return new RnnModelPortObject(
                    Backtest.measured(trained, rows, Optional.empty()), spec(table.getDataTableSpec()));
        } catch (final CanceledExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
