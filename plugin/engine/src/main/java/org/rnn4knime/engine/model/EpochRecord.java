package org.rnn4knime.engine.model;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What happened in one epoch of training. Losses are mean squared errors of encoded values.
 *
 * @param epoch counts from 1
 * @param trainingLoss the mean over all steps of the training windows, each window at its turn in the epoch
 * @param validationLoss the mean over the values held back, each predicted from the full window before it, after the epoch; empty without a validation part
 * @param learningRate the optimizer's step size
 * @param gradientNorm the mean over the steps of the Euclidean norm of the whole gradient
 * @param durationMillis the time that the epoch took
 */
public record EpochRecord(
        int epoch,
        double trainingLoss,
        OptionalDouble validationLoss,
        double learningRate,
        double gradientNorm,
        long durationMillis) {

    /** Refuses null. */
    public EpochRecord {
        Objects.requireNonNull(validationLoss);
    }
}
