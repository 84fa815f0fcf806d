package org.rnn4knime.engine.model;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What happened in one epoch of training. Losses are those that the network learns by: mean squared errors of encoded values, or
 * cross-entropies.
 *
 * @param epoch counts from 1
 * @param trainingLoss the mean over all targets of the training windows, each window at its turn in the epoch and with its dropout: one
 *     target a step, or one a window where the network learns from the whole window
 * @param validationLoss the mean over the values held back, each predicted from the full window before it, after the epoch; empty without a validation part
 * @param metric of what is held back or, if nothing is, of some training windows, after the epoch; empty if there is nothing to measure by
 * @param learningRate the optimizer's step size at the end of the epoch
 * @param gradient how large the gradients were
 * @param durationMillis the time that the epoch took
 */
public record EpochRecord(
        int epoch,
        double trainingLoss,
        OptionalDouble validationLoss,
        OptionalDouble metric,
        double learningRate,
        GradientNorms gradient,
        long durationMillis) {

    /** Refuses null. */
    public EpochRecord {
        Objects.requireNonNull(validationLoss);
        Objects.requireNonNull(metric);
        Objects.requireNonNull(gradient);
    }

    /**
     * Euclidean norms of gradients, each the mean over the optimizer's steps of an epoch.
     *
     * @param whole of the whole gradient, before it is clipped
     * @param clipped the same after it is clipped
     * @param clippedSteps the share of the steps in which it was clipped, from 0 to 1
     * @param layers of the gradient by the parameters of each layer that has some, before it is clipped
     */
    public record GradientNorms(double whole, double clipped, double clippedSteps, List<Double> layers) {

        /** Copies the list. */
        public GradientNorms {
            layers = List.copyOf(layers);
        }
    }
}
