package org.rnn4knime.engine;

import java.util.Optional;
import java.util.function.Consumer;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.model.BackPropagation;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.StoppingSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.ValidationSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

/** All settings of a small model, of which a test names what matters to it alone; each method gives another object. */
public record Setup(
        DataSettings data,
        SequenceSettings sequences,
        EncodingSettings encoding,
        NetworkSettings network,
        TrainingSettings training) {

    /** GRU of 4 units, windows of 3 steps, z-scores, 2 epochs of batches of 16 windows, nothing held back. */
    public static Setup of(final Data data) {
        return new Setup(
                data.settings(),
                new SequenceSettings(3),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                new NetworkSettings(CellType.GRU, 4),
                new TrainingSettings(2, 16, 0.02, 0, 1));
    }

    private Setup with(final SequenceSettings other) {
        return new Setup(data, other, encoding, network, training);
    }

    private Setup with(final EncodingSettings other) {
        return new Setup(data, sequences, other, network, training);
    }

    /** With windows of so many steps. */
    public Setup length(final int steps) {
        return with(new SequenceSettings(
                steps,
                sequences.stride(),
                sequences.maximumLength(),
                sequences.beyondMaximum(),
                sequences.forecastMode(),
                sequences.horizon()));
    }

    /** With so many steps from window to window. */
    public Setup stride(final int steps) {
        return with(new SequenceSettings(
                sequences.sequenceLength(),
                Optional.of(steps),
                sequences.maximumLength(),
                sequences.beyondMaximum(),
                sequences.forecastMode(),
                sequences.horizon()));
    }

    /** With a maximum length. */
    public Setup maximum(final int steps, final BeyondMaximum beyond) {
        return with(new SequenceSettings(
                sequences.sequenceLength(),
                sequences.stride(),
                Optional.of(steps),
                beyond,
                sequences.forecastMode(),
                sequences.horizon()));
    }

    /** With all values up to a horizon at once. */
    public Setup direct(final int horizon) {
        return with(new SequenceSettings(
                sequences.sequenceLength(),
                sequences.stride(),
                sequences.maximumLength(),
                sequences.beyondMaximum(),
                ForecastMode.DIRECT,
                horizon));
    }

    /** With another scaling of numbers. */
    public Setup normalization(final Normalization normalization) {
        return with(new EncodingSettings(
                normalization,
                encoding.targetTransform(),
                encoding.vocabulary(),
                encoding.mostOneHot(),
                encoding.embeddingSize()));
    }

    /** With a transform of the target. */
    public Setup transform(final TargetTransform transform) {
        return with(new EncodingSettings(
                encoding.normalization(),
                transform,
                encoding.vocabulary(),
                encoding.mostOneHot(),
                encoding.embeddingSize()));
    }

    /** With a limited vocabulary. */
    public Setup vocabulary(final VocabularySettings vocabulary) {
        return with(new EncodingSettings(
                encoding.normalization(),
                encoding.targetTransform(),
                vocabulary,
                encoding.mostOneHot(),
                encoding.embeddingSize()));
    }

    /** With vectors of some size for nominal values of which there are more than so many. */
    public Setup embedding(final int mostOneHot, final int size) {
        return with(new EncodingSettings(
                encoding.normalization(), encoding.targetTransform(), encoding.vocabulary(), mostOneHot, size));
    }

    /** With another network. */
    public Setup network(final NetworkSettings other) {
        return new Setup(data, sequences, encoding, other, training);
    }

    /** With another network of one layer in one direction. */
    public Setup network(final CellType cell, final int units) {
        return network(new NetworkSettings(cell, units));
    }

    private Setup training(final Consumer<TrainingDraft> change) {
        final var draft = new TrainingDraft(training);
        change.accept(draft);
        return new Setup(data, sequences, encoding, network, draft.settings());
    }

    /** With another number of epochs. */
    public Setup epochs(final int epochs) {
        return training(draft -> draft.epochs = epochs);
    }

    /** With another number of epochs and another learning rate that stays. */
    public Setup epochs(final int epochs, final double rate) {
        return epochs(epochs).learningRate(LearningRateSettings.constant(rate));
    }

    /** With batches of another size. */
    public Setup batchSize(final int windows) {
        return training(draft -> draft.batchSize = windows);
    }

    /** With a part held back. */
    public Setup validation(final ValidationSplit split, final double fraction) {
        return training(draft -> draft.validation = new ValidationSettings(split, fraction));
    }

    /** With another optimizer. */
    public Setup optimizer(final OptimizerSettings optimizer) {
        return training(draft -> draft.optimizer = optimizer);
    }

    /** With gradient descent without momentum. */
    public Setup plainDescent() {
        return optimizer(new OptimizerSettings(OptimizerType.SGD, 0, 0, false));
    }

    /** With another learning rate. */
    public Setup learningRate(final LearningRateSettings rate) {
        return training(draft -> draft.learningRate = rate);
    }

    /** With gradients that are clipped. */
    public Setup clipping(final ClippingType type, final double threshold) {
        return training(draft -> draft.clipping = new ClippingSettings(type, threshold));
    }

    /** With early stopping. */
    public Setup early(final int patience, final double minDelta) {
        return stopping(new StoppingSettings(Optional.of(new EarlyStopping(patience, minDelta)), Optional.empty()));
    }

    /** With what ends the training before the last epoch. */
    public Setup stopping(final StoppingSettings stopping) {
        return training(draft -> draft.stopping = stopping);
    }

    /** With classes that count differently. */
    public Setup classWeights(final ClassWeightType type, final String column) {
        return training(draft -> draft.classWeights = new ClassWeights(type, column));
    }

    /** With errors that go back so many steps only. */
    public Setup tbptt(final int length) {
        return training(draft -> draft.backPropagation = new BackPropagation(Optional.of(length), false));
    }

    /** With so many networks. */
    public Setup networks(final int number) {
        return training(draft -> draft.numNetworks = number);
    }

    /** With another seed. */
    public Setup seed(final long seed) {
        return training(draft -> draft.seed = seed);
    }

    /** The settings. */
    public RnnSettings settings() {
        return new RnnSettings(data, sequences, encoding, network, training);
    }

    /** The model that learns from a table. */
    public RnnModel train(final Table table) {
        return Trainer.train(table, settings(), TrainingListener.NONE).model();
    }
}
