package org.rnn4knime.engine.encoding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rnn4knime.engine.sequence.Steps;

/**
 * Sequences as numbers, one value a step: windows are read out of them.
 *
 * @param steps where the sequences lie
 * @param series the number whose past is read and whose next values are the targets; empty if there is none
 * @param inputs what else is read, numbers first
 * @param targets one a step or one a sequence, if there are any and they are no series; not copied
 */
public record EncodedSequences(Steps steps, Optional<Series> series, List<Input> inputs, Optional<float[]> targets) {

    /**
     * What is read of each step.
     *
     * @param feature how it is read
     * @param values one number or index a step; not copied
     */
    public record Input(InputFeature feature, float[] values) {

        /** Refuses null. */
        public Input {
            Objects.requireNonNull(feature);
            Objects.requireNonNull(values);
        }
    }

    /** Copies the list; refuses null. */
    public EncodedSequences {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(series);
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(targets);
    }

    /** The values of a step, as a batch has them. */
    public int features() {
        return (series.isPresent() ? 1 : 0)
                + inputs.stream().mapToInt(input -> input.feature().inputs()).sum();
    }
}
