package org.rnn4knime.nodes.testing;

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
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.DataSettings;
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

/**
 * Models of 3 hidden units that are trained without a node and in no time, good enough to see which values go where.
 */
public final class SmallModel {

    private final SequenceLayout m_layout;

    private final Scope m_predict;

    private final String m_target;

    private final List<String> m_features;

    private List<String> m_ids = List.of();

    private Optional<String> m_order = Optional.empty();

    private List<String> m_knownFuture = List.of();

    private int m_featuresPerStep = 1;

    private MissingValues m_missingValues = MissingValues.FAIL;

    private UnknownValues m_unknownValues = UnknownValues.NO_PREDICTION;

    private int m_sequenceLength = 2;

    private NetworkSettings m_network = new NetworkSettings(CellType.GRU, 3);

    private SmallModel(
            final SequenceLayout layout, final Scope predict, final String target, final List<String> features) {
        m_layout = layout;
        m_predict = predict;
        m_target = target;
        m_features = features;
    }

    /** Starts with what is predicted, and from what. */
    public static SmallModel of(
            final SequenceLayout layout, final Scope predict, final String target, final String... features) {
        return new SmallModel(layout, predict, target, List.of(features));
    }

    /** Returns a model that forecasts the airline data from the given number of months. */
    public static RnnModelPortObject airline(final BufferedDataTable table, final int sequenceLength) {
        return of(SequenceLayout.ROWS, Scope.FUTURE, "passengers")
                .inOrderOf("month")
                .reading(sequenceLength)
                .train(table);
    }

    /** Sets the sequence ID columns. */
    public SmallModel by(final String... ids) {
        m_ids = List.of(ids);
        return this;
    }

    /** Sets the order column. */
    public SmallModel inOrderOf(final String order) {
        m_order = Optional.of(order);
        return this;
    }

    /** Sets the features that are known in the future. */
    public SmallModel knowing(final String... features) {
        m_knownFuture = List.of(features);
        return this;
    }

    /** Sets how many columns make a step. */
    public SmallModel featuresPerStep(final int count) {
        m_featuresPerStep = count;
        return this;
    }

    /** Sets what becomes of missing and of unknown values. */
    public SmallModel with(final MissingValues missingValues, final UnknownValues unknownValues) {
        m_missingValues = missingValues;
        m_unknownValues = unknownValues;
        return this;
    }

    /** Sets the number of steps that are read where windows slide. */
    public SmallModel reading(final int sequenceLength) {
        m_sequenceLength = sequenceLength;
        return this;
    }

    /** Sets the cell, and whether it reads in both directions. */
    public SmallModel cell(final CellType cell, final boolean bidirectional) {
        m_network = new NetworkSettings(cell, 3, 1, bidirectional, Activation.TANH, Optional.empty(), Summary.LAST, 0);
        return this;
    }

    /** Returns which columns there are. */
    public DataSettings data() {
        return new DataSettings(
                m_layout,
                m_predict,
                m_target,
                m_features,
                m_knownFuture,
                m_ids,
                m_order,
                m_featuresPerStep,
                new Tokenizer(Tokens.CHARACTERS, false),
                m_missingValues,
                m_unknownValues);
    }

    /** Returns all settings: two epochs, nothing held back. */
    public RnnSettings settings() {
        return new RnnSettings(
                data(),
                new SequenceSettings(m_sequenceLength),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                m_network,
                new TrainingSettings(2, 8, 0.01, 0, 1));
    }

    /** Returns what is known of the model before it is trained. */
    public RnnModelPortObjectSpec spec(final DataTableSpec training) {
        return new RnnModelPortObjectSpec(settings(), training);
    }

    /** Returns the model as it learns from a table. */
    public RnnModelPortObject train(final TestTable table) {
        return train(table.create());
    }

    /** Returns the model as it learns from a table. */
    public RnnModelPortObject train(final BufferedDataTable table) {
        try {
            final var rows = TableReader.read(table, data(), new ExecutionMonitor());
            final var model =
                    Trainer.train(rows, settings(), TrainingListener.NONE).model();
            return new RnnModelPortObject(model, new RnnModelPortObjectSpec(model, table.getDataTableSpec()));
        } catch (final CanceledExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
