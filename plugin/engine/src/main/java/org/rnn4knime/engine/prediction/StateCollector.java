package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.Locale;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Collects hidden states, place after place. Where several windows tell of one place, as the pieces of a sequence that is split, the
 * state of the last one counts.
 */
final class StateCollector {

    private final Sequences sequences;

    private final Slots slots;

    private final int units;

    private final int poolingSize;

    /** The units from which on the first step of a window counts. */
    private final int firstBackward;

    private final float[] values;

    private final int[] lastSteps;

    StateCollector(final RnnModel model, final Sequences sequences, final Slots slots) {
        final var network = model.settings().network();
        this.sequences = sequences;
        this.slots = slots;
        this.units = model.plan().states();
        this.poolingSize = network.convolution().map(Convolution::poolingSize).orElse(1);
        this.firstBackward =
                network.bidirectional() && model.settings().data().predict() != Scope.STEP ? units / 2 : units;
        this.values = new float[size(slots.size(), units)];
        this.lastSteps = new int[slots.size()];
        Arrays.fill(values, Float.NaN);
        Arrays.fill(lastSteps, -1);
    }

    private static int size(final int places, final int units) {
        final var size = (long) places * units;
        if (size > Integer.MAX_VALUE) {
            throw new UnusableDataException(
                    String.format(
                            Locale.ROOT,
                            "%,d predictions with %,d hidden states each are more than there is room for.",
                            places,
                            units),
                    "Give fewer rows at once, or do without the hidden states.");
        }
        return (int) size;
    }

    /**
     * Takes the state for a step.
     *
     * @param step that is predicted, or the last one that was read of its sequence
     * @param read the last step of the window that was read for it
     * @param states [time or pooled time, unit, window] of a whole batch
     * @param slot of the window in the batch
     */
    void take(final int sequence, final int step, final int read, final Tensor states, final int slot) {
        final var place = slots.of(sequences, sequence, step);
        if (place < 0 || step < lastSteps[place]) {
            return;
        }
        lastSteps[place] = step;
        for (int unit = 0; unit < units; unit++) {
            values[place * units + unit] = states.get(unit < firstBackward ? read / poolingSize : 0, unit, slot);
        }
    }

    /** The states. */
    HiddenStates states() {
        return new HiddenStates(units, values);
    }
}
