package org.rnn4knime.engine.model;

import java.util.List;
import java.util.Objects;

/**
 * One network of a model, and how it was trained.
 *
 * @param parameters all of them, flat; not copied, so leave them unchanged
 * @param history one record an epoch
 * @param bestEpoch the epoch with the smallest loss of what is held back, or of the training part if nothing is; the parameters are those
 *     after it if the training was ended early
 * @param reach how far the gradient reached back in time, at some epochs
 * @param state where the training stands
 */
public record TrainedNetwork(
        float[] parameters, List<EpochRecord> history, int bestEpoch, List<GradientReach> reach, TrainingState state) {

    /** Copies the lists; refuses null. */
    public TrainedNetwork {
        Objects.requireNonNull(parameters);
        history = List.copyOf(history);
        reach = List.copyOf(reach);
        Objects.requireNonNull(state);
    }
}
