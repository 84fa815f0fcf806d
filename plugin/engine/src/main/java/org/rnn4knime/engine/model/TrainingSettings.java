package org.rnn4knime.engine.model;

import org.rnn4knime.engine.sequence.SettingRange;

/**
 * How a network is trained.
 *
 * @param epochs how often all training windows are read
 * @param batchSize the number of windows a step of the optimizer
 * @param learningRate the step size of Adam
 * @param validationFraction the last part of each sequence, in time, that is never a target of training; 0 for none,
 *     0.9 at most
 * @param seed any number; the same seed gives the same model
 */
public record TrainingSettings(int epochs, int batchSize, double learningRate, double validationFraction, long seed) {

    /** The largest number of epochs, and of windows in a batch. */
    public static final int MOST = 1_000_000;

    /** The largest part to hold back: with more, next to nothing is left to learn from. */
    public static final double MOST_VALIDATION = 0.9;

    /** Refuses values out of range with an IllegalArgumentException. */
    public TrainingSettings {
        SettingRange.requireBetween("Epochs", epochs, 1, MOST);
        SettingRange.requireBetween("Batch size", batchSize, 1, MOST);
        SettingRange.requirePositive("Learning rate", learningRate, 10);
        SettingRange.requireBetween("Validation fraction", validationFraction, 0, MOST_VALIDATION);
    }
}
