package org.rnn4knime.engine.encoding;

import java.util.Objects;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.Sequences;

/**
 * A feature as the network reads it at a step.
 *
 * @param encoder of its values
 * @param index of the feature; -1 for the target's own past
 * @param ahead how many steps ahead it is read: what is known in the future is read before its time
 */
public record InputFeature(FeatureEncoder encoder, int index, int ahead) {

    /** Refuses null. */
    public InputFeature {
        Objects.requireNonNull(encoder);
    }

    /** The values before any embedding. */
    public int inputs() {
        return encoder.kind() == InputKind.ONE_HOT ? encoder.width() : 1;
    }

    /** The column of the sequences that is read. */
    public Column column(final Sequences sequences) {
        return index < 0
                ? sequences.target().orElseThrow()
                : sequences.features().get(index);
    }
}
