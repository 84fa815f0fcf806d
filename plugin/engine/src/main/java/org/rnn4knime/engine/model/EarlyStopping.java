package org.rnn4knime.engine.model;

import org.rnn4knime.engine.sequence.SettingRange;

/**
 * When a training ends before its last epoch (Prechelt 1998): the loss of what is held back has not improved any more. The weights of
 * the best epoch are restored.
 *
 * @param patience the epochs without improvement before it ends
 * @param minDelta by how much the loss must be below the best one before to be an improvement
 */
public record EarlyStopping(int patience, double minDelta) {

    /** The largest minimum improvement. */
    public static final double MOST_DELTA = 1e6;

    /** Refuses values out of range with an IllegalArgumentException. */
    public EarlyStopping {
        SettingRange.requireBetween("Patience", patience, 1, TrainingSettings.MOST);
        SettingRange.requireBetween("Minimum improvement", minDelta, 0.0, MOST_DELTA);
    }
}
