package org.rnn4knime.engine.model;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What happened in one epoch of training. Losses are mean squared errors of encoded values.
 *
 * @param epoch counts from 1
 * @param trainingLoss the mean over all targets of the training windows, each window at its turn in the epoch and with its dropout: one
 *     target a step, or one a window where the network learns from the whole window
 * @param validationLoss the mean over the values held back, each predicted from the full window before it, after the epoch; empty without a validation part
 * @param learningRate the optimizer's step size
 * @param gradientNorm the mean over the optimizer's steps of the Euclidean norm of the whole gradient, before it is clipped
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
