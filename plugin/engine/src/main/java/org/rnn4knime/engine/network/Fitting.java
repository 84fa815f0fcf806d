package org.rnn4knime.engine.network;

import org.rnn4knime.engine.sequence.Batch;
import org.rnn4knime.engine.sequence.Tensor;

/** Refuses what does not fit a network with an IllegalArgumentException. */
record Fitting(NetworkPlan plan) {

    void requireInputs(final Tensor inputs, final int[] lengths) {
        require("features", inputs.features(), plan.inputs().features());
        require("lengths", lengths.length, inputs.windows());
        for (final int length : lengths) {
            if (length < 0 || length > inputs.steps()) {
                throw new IllegalArgumentException("a length of " + length + " with " + inputs.steps() + " steps");
            }
        }
    }

    /** Inputs and targets. */
    void requireBatch(final Batch batch, final Loss loss) {
        requireInputs(batch.inputs(), batch.lengths());
        final var outputs = plan.outputs();
        require(
                "steps of targets",
                batch.targets().steps(),
                outputs.steps(batch.inputs().steps()));
        require("values of a target", batch.targets().features(), loss.targetValues(outputs.values()));
    }

    void requireTraining(final TrainingPass training) {
        if (training.teacherForcing() && !plan.canReadTheTruth()) {
            throw new IllegalArgumentException(
                    "Only Jordan's network in one direction with a target at each step can read the truth.");
        }
    }

    static void require(final String what, final int found, final int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + ", not " + expected);
        }
    }
}
