package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.engine.sequence.ValidationSplit;

/**
 * How networks are trained. How many threads compute is no part of it: it changes nothing.
 *
 * @param epochs how often all training windows are read
 * @param batchSize the number of windows a step of the optimizer
 * @param optimizer what it makes of gradients
 * @param learningRate the step size of the optimizer
 * @param clipping what is done to large gradients before
 * @param validation what is held back from learning
 * @param stopping what ends the training before the last epoch
 * @param classWeights how much each class counts
 * @param backPropagation how far errors go back in time, and what is read of the truth
 * @param numNetworks how many networks are trained, each from a seed of its own; predictions are the mean of theirs
 * @param seed any number; the same seed gives the same model
 */
public record TrainingSettings(
        int epochs,
        int batchSize,
        OptimizerSettings optimizer,
        LearningRateSettings learningRate,
        ClippingSettings clipping,
        ValidationSettings validation,
        StoppingSettings stopping,
        ClassWeights classWeights,
        BackPropagation backPropagation,
        int numNetworks,
        long seed) {

    /** The largest number of epochs, and of windows in a batch. */
    public static final int MOST = 1_000_000;

    /** The largest number of networks. */
    public static final int MOST_NETWORKS = 100;

    /** Refuses values out of range with an IllegalArgumentException. */
    public TrainingSettings {
        SettingRange.requireBetween("Epochs", epochs, 1, MOST);
        SettingRange.requireBetween("Batch size", batchSize, 1, MOST);
        Objects.requireNonNull(optimizer);
        Objects.requireNonNull(learningRate);
        Objects.requireNonNull(clipping);
        Objects.requireNonNull(validation);
        Objects.requireNonNull(stopping);
        Objects.requireNonNull(classWeights);
        Objects.requireNonNull(backPropagation);
        SettingRange.requireBetween("Number of networks", numNetworks, 1, MOST_NETWORKS);
    }

    /** One network with Adam at a constant rate, and nothing that is not needed. */
    public TrainingSettings(
            final int epochs,
            final int batchSize,
            final double learningRate,
            final double validationFraction,
            final long seed) {
        this(
                epochs,
                batchSize,
                OptimizerSettings.ADAM,
                LearningRateSettings.constant(learningRate),
                ClippingSettings.NONE,
                new ValidationSettings(ValidationSplit.AUTOMATIC, validationFraction),
                StoppingSettings.NONE,
                ClassWeights.NONE,
                BackPropagation.FULL,
                1,
                seed);
    }

    /**
     * Refuses early stopping where there is nothing to measure by, with an IllegalArgumentException.
     *
     * @param hasTable whether a table of its own is there to be measured by
     */
    public void requireValidation(final boolean hasTable) {
        if (stopping.early().isPresent() && !hasTable && validation.fraction() == 0) {
            throw new IllegalArgumentException("Early stopping needs a part that is held back from learning, but the"
                    + " validation fraction is 0. Raise it, for example to 0.2, or connect a table with validation data,"
                    + " or switch early stopping off.");
        }
    }

    /** The same for another number of networks. */
    public TrainingSettings withNumNetworks(final int number) {
        return new TrainingSettings(
                epochs,
                batchSize,
                optimizer,
                learningRate,
                clipping,
                validation,
                stopping,
                classWeights,
                backPropagation,
                number,
                seed);
    }
}
