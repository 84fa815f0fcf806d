package org.rnn4knime.engine.model;

import java.util.List;
import java.util.Objects;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs.Scope;

/**
 * What the reach of the gradient says about a training, in words for its user.
 *
 * <p>The thresholds were chosen by networks of 64 units that learned the adding problem (Hochreiter and Schmidhuber 1997) from windows
 * of 30 to 200 steps, with Adam at 0.002 and gradients clipped to the norm 1. Elman's networks of one layer that learned it had at any
 * time at least 1/45 of the gradient left at two fifths of the window; those that did not had at most 1/370 from the tenth step on. With
 * gates that says little: an LSTM learned it from 200 steps although but 1/13,000,000 was left after 1250 steps of training, a GRU although
 * but 1/50,000,000 was left after 50. Their gates opened later.
 *
 * @param kind the verdict
 * @param message one or two sentences; what to do unless all is well
 */
public record GradientVerdict(Kind kind, String message) {

    /** Below this part of what it is at the last step, a gradient counts as vanished: what it tells drowns in that of near steps. */
    public static final double VANISHED = 0.01;

    /**
     * The same for LSTM and GRU, whose gates open while they learn: an LSTM that learned in the end never had as little, and a GRU only at
     * first, when it soon had more.
     */
    public static final double VANISHED_BEHIND_GATES = 1e-9;

    /** It is a warning if a gradient has vanished within this part of the longest window. */
    public static final double WITHIN = 0.4;

    /** Gates are given so many epochs before they are judged. */
    public static final int EPOCHS_FOR_GATES = 5;

    /** While the reach of a network with gates is longer than before the training by this factor, it is left to learn. */
    public static final double LONGER = 1.1;

    /** Above so many times what it is at the last step, a gradient counts as exploding: the most that those networks showed is 1.5. */
    public static final double EXPLODED = 100;

    /** Of windows with fewer steps nothing is said: all of their steps are near. */
    public static final int FEWEST_STEPS = 10;

    /** The verdict's kinds. */
    public enum Kind {
        /** Nothing to warn of, or nothing that can be told. */
        HEALTHY,
        /** Too little of the gradient reaches steps far back. */
        VANISHING,
        /** The gradient grows on its way back, or is no finite number. */
        EXPLODING
    }

    /** Refuses null. */
    public GradientVerdict {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(message);
    }

    /**
     * Judges a training, or the part of it that is over, by its last reach; before its first epoch nothing is warned of but a gradient that
     * explodes.
     *
     * <p>It vanishes if that of the lowest recurrent layer does, as all that the network reads comes through it. It explodes if that of any
     * layer does. Where a sequence is summed up by anything but its last step, each step has its part of the loss itself, so neither can be
     * seen; but a gradient that is not finite always explodes.
     *
     * @param settings of the network
     * @param scope how often the network writes
     * @param clipping of the training
     * @param reaches in the order of their epochs; of none nothing is said
     */
    public static GradientVerdict of(
            final NetworkSettings settings,
            final Scope scope,
            final ClippingType clipping,
            final List<GradientReach> reaches) {
        return new GradientJudge(settings, scope, clipping, reaches).verdict();
    }
}
