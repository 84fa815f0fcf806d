package org.rnn4knime.engine.network;

import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * What a user decides about the shape of a network.
 *
 * @param cellType the recurrent cell
 * @param hiddenUnits the size of a layer's state, in each direction
 * @param numLayers recurrent layers on top of each other
 * @param bidirectional whether each layer also reads the sequence from its end
 * @param activation of the hidden units; LSTM and GRU have their own
 * @param convolution before the recurrent layers, if wanted
 * @param summary what becomes of the steps where one value a sequence is written
 * @param dropout the fraction of values between layers that are dropped in training, from 0 to less than 1
 */
public record NetworkSettings(
        CellType cellType,
        int hiddenUnits,
        int numLayers,
        boolean bidirectional,
        Activation activation,
        Optional<Convolution> convolution,
        Summary summary,
        double dropout) {

    /** The largest state. */
    public static final int MOST_HIDDEN_UNITS = 4096;

    /** The most recurrent layers. */
    public static final int MOST_LAYERS = 16;

    /** The largest fraction that may be dropped. */
    public static final double MOST_DROPOUT = 0.99;

    /** Refuses a size out of range with an IllegalArgumentException. */
    public NetworkSettings {
        Objects.requireNonNull(cellType);
        SettingRange.requireBetween("Hidden units", hiddenUnits, 1, MOST_HIDDEN_UNITS);
        SettingRange.requireBetween("Recurrent layers", numLayers, 1, MOST_LAYERS);
        Objects.requireNonNull(activation);
        Objects.requireNonNull(convolution);
        Objects.requireNonNull(summary);
        SettingRange.requireBetween("Dropout", dropout, 0, MOST_DROPOUT);
    }

    /** One layer in one direction, without anything around it. */
    public NetworkSettings(final CellType cellType, final int hiddenUnits) {
        this(cellType, hiddenUnits, 1, false, Activation.TANH, Optional.empty(), Summary.LAST, 0);
    }
}
