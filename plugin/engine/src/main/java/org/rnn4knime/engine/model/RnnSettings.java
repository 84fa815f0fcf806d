package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.SequenceSettings;

/**
 * All that a user decides about a model.
 *
 * @param data which columns, and what is predicted
 * @param sequences how windows are cut
 * @param encoding how values are encoded
 * @param network the network's shape
 * @param training how it is trained
 */
public record RnnSettings(
        DataSettings data,
        SequenceSettings sequences,
        EncodingSettings encoding,
        NetworkSettings network,
        TrainingSettings training) {

    /** Refuses null. */
    public RnnSettings {
        Objects.requireNonNull(data);
        Objects.requireNonNull(sequences);
        Objects.requireNonNull(encoding);
        Objects.requireNonNull(network);
        Objects.requireNonNull(training);
    }

    /** The rows of a sequence that a prediction needs before it. */
    public int rowsBefore() {
        return sequences.sequenceLength() + (encoding.difference() ? 1 : 0);
    }
}
