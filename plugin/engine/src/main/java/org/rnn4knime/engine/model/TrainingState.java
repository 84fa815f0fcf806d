package org.rnn4knime.engine.model;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Where the training of a network stands: with it and the parameters, a training goes on as if it had never stopped. What is random follows
 * from the seed and the number of the epoch, so it needs no state of its own.
 *
 * @param epochs that are done
 * @param scheduleStart the epochs that were done when the schedule began: 0 unless it began anew
 * @param learningRate the rate that the schedule begins with
 * @param plateau what the schedule has seen
 * @param optimizer what the optimizer remembers
 */
public record TrainingState(
        int epochs, int scheduleStart, double learningRate, Plateau plateau, OptimizerState optimizer) {

    /** Refuses null. */
    public TrainingState {
        Objects.requireNonNull(plateau);
        Objects.requireNonNull(optimizer);
    }

    /**
     * What a schedule that waits for a plateau of the loss has seen.
     *
     * @param best the best loss
     * @param waited the epochs since then or the last reduction
     * @param factor what the rate is multiplied by now
     */
    public record Plateau(OptionalDouble best, int waited, double factor) {

        /** Before the first epoch. */
        public static final Plateau START = new Plateau(OptionalDouble.empty(), 0, 1);

        /** Refuses null. */
        public Plateau {
            Objects.requireNonNull(best);
        }
    }
}
