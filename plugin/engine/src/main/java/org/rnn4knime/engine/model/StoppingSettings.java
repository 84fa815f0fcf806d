package org.rnn4knime.engine.model;

import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * What ends a training before its last epoch.
 *
 * @param early the loss of what is held back
 * @param maxMinutes the time that the whole training may take, shared by its networks; what is best until then is kept
 */
public record StoppingSettings(Optional<EarlyStopping> early, Optional<Double> maxMinutes) {

    /** Nothing does. */
    public static final StoppingSettings NONE = new StoppingSettings(Optional.empty(), Optional.empty());

    /** Ten years. */
    public static final double MOST_MINUTES = 5_256_000;

    /** Whether the weights of the best epoch may be kept instead of the last ones. */
    public boolean keepsBest() {
        return early.isPresent() || maxMinutes.isPresent();
    }

    /** Refuses values out of range with an IllegalArgumentException. */
    public StoppingSettings {
        Objects.requireNonNull(early);
        maxMinutes.ifPresent(minutes -> SettingRange.requirePositive("Longest training time", minutes, MOST_MINUTES));
    }
}
