package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Summary;
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

    /** Refuses null, and what cannot go together with an IllegalArgumentException. */
    public RnnSettings {
        Objects.requireNonNull(data);
        Objects.requireNonNull(sequences);
        Objects.requireNonNull(encoding);
        Objects.requireNonNull(network);
        Objects.requireNonNull(training);
        if (training.tbpttLength().isPresent() && !learnsStepByStep(network)) {
            throw new IllegalArgumentException(
                    "Truncated back-propagation needs a target at each step and one direction."
                            + " Choose the last step as summary and a network that is neither bidirectional nor has a convolution,"
                            + " or leave the truncated BPTT length empty.");
        }
        if (training.teacherForcing() && !(network.cellType() == CellType.JORDAN && learnsStepByStep(network))) {
            throw new IllegalArgumentException(
                    "Teacher forcing needs the cell type Jordan, a target at each step and one"
                            + " direction. Choose these, or switch it off.");
        }
    }

    private static boolean learnsStepByStep(final NetworkSettings network) {
        return NetworkPlan.causal(network) && network.summary() == Summary.LAST;
    }

    /**
     * What the network is built from. It learns the next value at each step of a window, which teaches more from few windows than
     * the last step alone; but not where a step sees what comes after it, or where all steps are summed up.
     */
    public NetworkPlan plan() {
        return new NetworkPlan(
                Inputs.numbers(1),
                network,
                new Outputs(
                        1,
                        Outputs.Type.NUMBERS,
                        learnsStepByStep(network) ? Outputs.Scope.STEP : Outputs.Scope.SEQUENCE));
    }

    /** The rows of a sequence that a prediction needs before it. */
    public int rowsBefore() {
        return sequences.sequenceLength() + (encoding.difference() ? 1 : 0);
    }
}
