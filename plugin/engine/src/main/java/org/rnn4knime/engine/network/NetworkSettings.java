package org.rnn4knime.engine.network;

import java.util.Objects;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * The shape of a network.
 *
 * @param cellType the recurrent cell
 * @param hiddenUnits the size of the cell's state
 */
public record NetworkSettings(CellType cellType, int hiddenUnits) {

    /** The largest state. */
    public static final int MOST_HIDDEN_UNITS = 4096;

    /** Refuses a size out of range with an IllegalArgumentException. */
    public NetworkSettings {
        Objects.requireNonNull(cellType);
        SettingRange.requireBetween("Hidden units", hiddenUnits, 1, MOST_HIDDEN_UNITS);
    }
}
