package org.rnn4knime.engine.network;

import java.util.Objects;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;

/**
 * All that a network is built from; with the parameters it is complete.
 *
 * @param inputs what it reads
 * @param settings what the user decided
 * @param outputs what it writes
 */
public record NetworkPlan(Inputs inputs, NetworkSettings settings, Outputs outputs) {

    /** Refuses what cannot go together with an IllegalArgumentException. */
    public NetworkPlan {
        Objects.requireNonNull(inputs);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(outputs);
        if (outputs.scope() == Scope.STEP
                && settings.convolution().filter(some -> some.poolingSize() > 1).isPresent()) {
            throw new IllegalArgumentException(
                    "A pooling size of " + settings.convolution().get().poolingSize()
                            + " leaves fewer steps than are to be predicted. Set the pooling size to 1.");
        }
        if (settings.cellType() == CellType.JORDAN
                && outputs.type() == Type.CLASSES
                && outputs.scope() == Scope.SEQUENCE
                && settings.summary() == Summary.MAX) {
            throw new IllegalArgumentException(
                    "Jordan's network sums up its outputs, and the largest probabilities of all"
                            + " steps are no probabilities. Choose another summary of the sequence, or another cell type.");
        }
    }

    /** Whether what a network writes at a step depends on nothing after it. */
    public static boolean causal(final NetworkSettings settings) {
        return !settings.bidirectional() && settings.convolution().isEmpty();
    }

    /** Whether the truth of the step before can be read instead of the output: teacher forcing. */
    public boolean canReadTheTruth() {
        return outputIsFedBack() && !settings.bidirectional() && outputs.scope() == Scope.STEP;
    }

    /** Whether the last recurrent layer writes the outputs itself. */
    public boolean outputIsFedBack() {
        return settings.cellType() == CellType.JORDAN;
    }

    /**
     * The values of a hidden state of the last recurrent layer, of both directions if there are two. Jordan's network keeps in mind what
     * it wrote.
     */
    public int states() {
        return (outputIsFedBack() ? outputs.values() : settings.hiddenUnits()) * (settings.bidirectional() ? 2 : 1);
    }
}
