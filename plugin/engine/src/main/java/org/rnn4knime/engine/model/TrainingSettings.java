package org.rnn4knime.engine.model;

import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.SettingRange;
import org.rnn4knime.engine.sequence.ValidationSplit;

/**
 * How a network is trained.
 *
 * @param epochs how often all training windows are read
 * @param batchSize the number of windows a step of the optimizer
 * @param learningRate the step size of the optimizer
 * @param validationSplit which part is held back from learning
 * @param validationFraction its share; 0 for none, 0.9 at most
 * @param seed any number; the same seed gives the same model
 * @param optimizer what it makes of gradients
 * @param clipping what is done to large gradients before
 * @param clippingThreshold from where on a gradient is large
 * @param teacherForcing whether Jordan's network reads the truth of the step before instead of its own output
 * @param tbpttLength truncated back-propagation: the optimizer makes a step after each so many time steps of the windows, and the
 *     gradient reaches no further back, but the state is carried on; empty for the whole windows
 */
public record TrainingSettings(
        int epochs,
        int batchSize,
        double learningRate,
        ValidationSplit validationSplit,
        double validationFraction,
        long seed,
        OptimizerSettings optimizer,
        ClippingType clipping,
        double clippingThreshold,
        boolean teacherForcing,
        Optional<Integer> tbpttLength) {

    /** The largest number of epochs, and of windows in a batch. */
    public static final int MOST = 1_000_000;

    /** The largest part to hold back: with more, next to nothing is left to learn from. */
    public static final double MOST_VALIDATION = 0.9;

    /** The largest threshold of gradient clipping. */
    public static final double MOST_THRESHOLD = 1e6;

    /** Refuses values out of range with an IllegalArgumentException. */
    public TrainingSettings {
        SettingRange.requireBetween("Epochs", epochs, 1, MOST);
        SettingRange.requireBetween("Batch size", batchSize, 1, MOST);
        SettingRange.requirePositive("Learning rate", learningRate, 10);
        SettingRange.requireBetween("Validation fraction", validationFraction, 0, MOST_VALIDATION);
        Objects.requireNonNull(validationSplit);
        Objects.requireNonNull(optimizer);
        Objects.requireNonNull(clipping);
        SettingRange.requirePositive("Clipping threshold", clippingThreshold, MOST_THRESHOLD);
        tbpttLength.ifPresent(length -> SettingRange.requireBetween("Truncated BPTT length", length, 1, MOST));
    }

    /** With Adam, and the gradients as they are. */
    public TrainingSettings(
            final int epochs,
            final int batchSize,
            final double learningRate,
            final double validationFraction,
            final long seed) {
        this(
                epochs,
                batchSize,
                learningRate,
                ValidationSplit.AUTOMATIC,
                validationFraction,
                seed,
                OptimizerSettings.ADAM,
                ClippingType.NONE,
                1,
                false,
                Optional.empty());
    }
}
