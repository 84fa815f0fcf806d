package org.rnn4knime.engine.training;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How far the training is.
 *
 * @param epoch the current epoch, counted from 1
 * @param epochs the number of epochs
 * @param batch the batch of the epoch that is done, counted from 1
 * @param batches the number of batches of an epoch
 * @param loss the mean training loss of the epoch so far
 * @param validationLoss the latest validation loss; empty before the first, or without a validation part
 * @param timeLeft an estimate from the pace so far
 */
public record TrainingProgress(
        int epoch, int epochs, int batch, int batches, double loss, OptionalDouble validationLoss, Duration timeLeft) {

    /** Refuses null. */
    public TrainingProgress {
        Objects.requireNonNull(validationLoss);
        Objects.requireNonNull(timeLeft);
    }

    /** The done part of the training, from 0 to 1. */
    public double fraction() {
        return ((epoch - 1) + (double) batch / batches) / epochs;
    }
}
