package org.rnn4knime.engine.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The best of some rules so simple that a network is worth its training only if it beats them, measured on the part that was held back.
 *
 * @param kind the rule
 * @param season the time steps of a season; empty for a rule that has none
 * @param className the class that the rule always tells; empty for a rule that tells no class or not always the same
 * @param value the rule's accuracy or RMSE, by the same metric as the network's; a finite number
 */
public record Baseline(Kind kind, Optional<Integer> season, Optional<String> className, double value) {

    /** How a rule predicts. */
    public enum Kind {

        /** The value at the last time step that is read: the naive forecast. */
        LAST_VALUE,

        /** The value one season before. */
        SEASONAL_NAIVE,

        /** The mean of the targets that are learned. */
        MEAN,

        /** The most frequent of the classes that are learned. */
        MAJORITY_CLASS
    }

    /** Refuses null, and with an IllegalArgumentException a season or a class that does not fit the rule, and a value that is not finite. */
    public Baseline {
        Objects.requireNonNull(kind);
        if (season.isPresent() != (kind == Kind.SEASONAL_NAIVE)
                || className.isPresent() != (kind == Kind.MAJORITY_CLASS)
                || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "a baseline " + kind + " with " + season + ", " + className + " and " + value);
        }
    }

    /** A rule with neither a season nor a class. */
    public static Baseline of(final Kind kind, final double value) {
        return new Baseline(kind, Optional.empty(), Optional.empty(), value);
    }

    /** What the rule predicts, as it ends a sentence. */
    public String description() {
        return switch (kind) {
            case LAST_VALUE -> "the last value";
            case SEASONAL_NAIVE -> "the value " + season.orElseThrow() + " time steps before";
            case MEAN -> "the mean of the training targets";
            case MAJORITY_CLASS -> "the most frequent class \"" + className.orElseThrow() + "\"";
        };
    }
}
