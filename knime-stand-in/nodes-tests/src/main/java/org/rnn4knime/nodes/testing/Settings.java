package org.rnn4knime.nodes.testing;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.ValidationSplit;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;
import org.rnn4knime.nodes.table.TableReader;

/** Settings of a model, to be changed one by one: three epochs, a batch of all windows, the learning rate 0.01. */
public final class Settings {

    /** More windows than any table of a test has. */
    private static final int ALL_WINDOWS = 1000;

    private RnnSettings m_settings;

    private int m_epochs = 3;

    private OptimizerSettings m_optimizer = OptimizerSettings.ADAM;

    private LearningRateSettings m_learningRate = LearningRateSettings.constant(0.01);

    private ClippingSettings m_clipping = ClippingSettings.NONE;

    private double m_fraction;

    private StoppingSettings m_stopping = StoppingSettings.NONE;

    private ClassWeights m_classWeights = ClassWeights.NONE;

    private BackPropagation m_backPropagation = BackPropagation.FULL;

    private int m_networks = 1;

    private Settings(final RnnSettings settings) {
        m_settings = settings;
    }

    /** Starts with those of a small model; its training does not count. */
    public static Settings of(final SmallModel model) {
        return new Settings(model.settings());
    }

    /** Changes the network. */
    public Settings network(final UnaryOperator<NetworkSettings> change) {
        m_settings = new RnnSettings(
                m_settings.data(),
                m_settings.sequences(),
                m_settings.encoding(),
                change.apply(m_settings.network()),
                m_settings.training());
        return this;
    }

    /** Sets up to how many different values text is read as one-hot vectors, and not embedded. */
    public Settings mostOneHot(final int most) {
        final var encoding = m_settings.encoding();
        m_settings = new RnnSettings(
                m_settings.data(),
                m_settings.sequences(),
                new EncodingSettings(
                        encoding.normalization(), encoding.targetTransform(), VocabularySettings.ALL, most, 2),
                m_settings.network(),
                m_settings.training());
        return this;
    }

    /** Sets the number of epochs. */
    public Settings epochs(final int epochs) {
        m_epochs = epochs;
        return this;
    }

    /** Sets the optimizer. */
    public Settings optimizer(final OptimizerSettings optimizer) {
        m_optimizer = optimizer;
        return this;
    }

    /** Sets the learning rate. */
    public Settings learningRate(final LearningRateSettings learningRate) {
        m_learningRate = learningRate;
        return this;
    }

    /** Sets what is done to large gradients. */
    public Settings clipping(final ClippingSettings clipping) {
        m_clipping = clipping;
        return this;
    }

    /** Sets the part that is held back. */
    public Settings holdingBack(final double fraction) {
        m_fraction = fraction;
        return this;
    }

    /** Sets what ends the training. */
    public Settings stopping(final StoppingSettings stopping) {
        m_stopping = stopping;
        return this;
    }

    /** Ends the training after so many epochs without improvement. */
    public Settings patience(final int epochs) {
        return stopping(new StoppingSettings(Optional.of(new EarlyStopping(epochs, 0)), Optional.empty()));
    }

    /** Sets how much each class counts. */
    public Settings classWeights(final ClassWeights weights) {
        m_classWeights = weights;
        return this;
    }

    /** Sets how errors go back in time. */
    public Settings backPropagation(final BackPropagation backPropagation) {
        m_backPropagation = backPropagation;
        return this;
    }

    /** Sets the number of networks. */
    public Settings networks(final int number) {
        m_networks = number;
        return this;
    }

    /** Returns the settings. */
    public RnnSettings get() {
        return m_settings.withTraining(new TrainingSettings(
                m_epochs,
                ALL_WINDOWS,
                m_optimizer,
                m_learningRate,
                m_clipping,
                new ValidationSettings(ValidationSplit.AUTOMATIC, m_fraction),
                m_stopping,
                m_classWeights,
                m_backPropagation,
                m_networks,
                1));
    }

    /** Returns the model that is learned from a table. */
    public RnnModel train(final TestTable table) {
        try {
            final var rows = TableReader.read(table.create(), get(), new ExecutionMonitor());
            return Trainer.train(rows, get(), TrainingListener.NONE).model();
        } catch (final CanceledExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
