package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * How the learning rate changes while a network learns.
 *
 * @param type the rule; the others below are read by some rules only
 * @param factor what the rate is multiplied by, of STEP and PLATEAU
 * @param stepEpochs the epochs between two multiplications, of STEP
 * @param warmupEpochs the epochs in which the rate rises, of COSINE
 * @param patience the epochs without improvement before a multiplication, of PLATEAU
 */
public record ScheduleSettings(ScheduleType type, double factor, int stepEpochs, int warmupEpochs, int patience) {

    /** The rate stays as it is. */
    public static final ScheduleSettings CONSTANT = new ScheduleSettings(ScheduleType.CONSTANT, 0.5, 10, 0, 5);

    /** Refuses values out of range with an IllegalArgumentException. */
    public ScheduleSettings {
        Objects.requireNonNull(type);
        SettingRange.requirePositive("Learning rate factor", factor, 1);
        SettingRange.requireBetween("Epochs per learning rate step", stepEpochs, 1, TrainingSettings.MOST);
        SettingRange.requireBetween("Warm-up epochs", warmupEpochs, 0, TrainingSettings.MOST);
        SettingRange.requireBetween("Patience of the learning rate", patience, 1, TrainingSettings.MOST);
    }
}
