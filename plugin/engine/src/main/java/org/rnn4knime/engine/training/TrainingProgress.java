package org.rnn4knime.engine.training;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the training is.
 *
 * @param network the network that is trained, or one of those that are trained at once, counted from 1
 * @param networks the number of networks
 * @param epoch its current epoch, counted from 1 over all trainings of the network
 * @param epochs the last epoch
 * @param batch the batch of the epoch that is done, counted from 1; 0 before the first one
 * @param batches the number of batches of an epoch
 * @param loss the mean training loss of the epoch so far
 * @param validationLoss the latest validation loss; empty before the first, or without a validation part
 * @param fraction the done part of the whole training, from 0 to 1
 * @param timeLeft an estimate from the pace so far; empty before the first batch
 */
public record TrainingProgress(
        int network,
        int networks,
        int epoch,
        int epochs,
        int batch,
        int batches,
        double loss,
        OptionalDouble validationLoss,
        double fraction,
        Optional<Duration> timeLeft) {

    /** Refuses null. */
    public TrainingProgress {
        Objects.requireNonNull(validationLoss);
        Objects.requireNonNull(timeLeft);
    }
}
