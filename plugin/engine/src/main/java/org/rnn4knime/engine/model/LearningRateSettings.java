package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * The step size of the optimizer.
 *
 * @param rate to begin with; if it is to be found, not read
 * @param schedule how it changes
 * @param find whether it is found before the training, by a trial in which it rises until the loss does
 */
public record LearningRateSettings(double rate, ScheduleSettings schedule, boolean find) {

    /** The largest learning rate. */
    public static final double MOST = 10;

    /** Refuses values out of range with an IllegalArgumentException. */
    public LearningRateSettings {
        SettingRange.requirePositive("Learning rate", rate, MOST);
        Objects.requireNonNull(schedule);
    }

    /** A rate that stays as it is. */
    public static LearningRateSettings constant(final double rate) {
        return new LearningRateSettings(rate, ScheduleSettings.CONSTANT, false);
    }
}
