package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * Which optimizer, and how it is set. The learning rate is no part of it: it may change from step to step.
 *
 * @param type the rule
 * @param weightDecay the part of each parameter that a step of AdamW takes away at a learning rate of 1; the others
 *     ignore it
 * @param momentum the part of its velocity that gradient descent keeps from step to step; the others ignore it
 * @param nesterov whether gradient descent looks ahead by its momentum
 */
public record OptimizerSettings(OptimizerType type, double weightDecay, double momentum, boolean nesterov) {

    /** Adam, which has nothing to be set. */
    public static final OptimizerSettings ADAM = new OptimizerSettings(OptimizerType.ADAM, 0, 0, false);

    /** The largest weight decay. */
    public static final double MOST_WEIGHT_DECAY = 1;

    /** The largest momentum: with more, a step still moves the parameters thousands of steps later. */
    public static final double MOST_MOMENTUM = 0.999;

    /** Refuses values out of range with an IllegalArgumentException. */
    public OptimizerSettings {
        Objects.requireNonNull(type);
        SettingRange.requireBetween("Weight decay", weightDecay, 0.0, MOST_WEIGHT_DECAY);
        SettingRange.requireBetween("Momentum", momentum, 0.0, MOST_MOMENTUM);
    }
}
