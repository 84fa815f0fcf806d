package org.rnn4knime.engine.training;

import java.util.Optional;
import java.util.function.Supplier;
import org.rnn4knime.engine.model.EarlyStopping;
import org.rnn4knime.engine.model.TrainingState;

/**
 * Finds the epoch with the smallest loss, and keeps its weights where the settings may end a training early. The minimum improvement
 * decides about waiting alone: even a smaller improvement is kept.
 */
final class BestWeights {

    private final Optional<EarlyStopping> early;

    private final boolean keeps;

    private int epoch;

    private double smallest = Double.POSITIVE_INFINITY;

    /** The loss that the next improvement counts from. */
    private double reference = Double.POSITIVE_INFINITY;

    private int waited;

    private Optional<Kept> kept = Optional.empty();

    /**
     * The weights after an epoch.
     *
     * @param parameters of the network
     * @param state where the training stood
     */
    record Kept(float[] parameters, TrainingState state) {}

    /**
     * Before the first epoch.
     *
     * @param keeps whether weights are kept at all
     */
    BestWeights(final Optional<EarlyStopping> early, final boolean keeps) {
        this.early = early;
        this.keeps = keeps;
    }

    /**
     * To be told at the end of each epoch, and at the beginning of a training that goes on.
     *
     * @param newLoss of what is held back or, if nothing is, of the training part
     * @param weights a copy of the weights, made only where it is kept
     */
    void epochEnded(final int newEpoch, final double newLoss, final Supplier<Kept> weights) {
        if (newLoss < smallest) {
            smallest = newLoss;
            epoch = newEpoch;
            if (keeps) {
                kept = Optional.of(weights.get());
            }
        }
        if (newLoss < reference - early.map(EarlyStopping::minDelta).orElse(0.0)) {
            reference = newLoss;
            waited = 0;
        } else {
            waited++;
        }
    }

    /** Whether there was no improvement for as long as the settings wait. */
    boolean isOver() {
        return early.filter(some -> waited >= some.patience()).isPresent();
    }

    /** The best epoch; 0 before the first one. */
    int epoch() {
        return epoch;
    }

    /** Its weights, if they are kept. */
    Optional<Kept> kept() {
        return kept;
    }
}
