package org.rnn4knime.engine.model;

import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Summary;

/** Which parts of a network Deeplearning4j has, too. */
final class Dl4jParts {

    private static final String OTHER_CELL = "Choose LSTM or Elman as the cell type, and train anew, to export.";

    /** The steps that the last pool lacks, Deeplearning4j shares out among both ends; a single one it takes from the last. */
    private static final int MOST_POOLED = 2;

    private Dl4jParts() {}

    /** Refuses a network with a part that Deeplearning4j lacks with an {@link InexpressibleException}. */
    static void requireAll(final NetworkPlan plan) {
        final var settings = plan.settings();
        require(settings.cellType() != CellType.GRU, "Deeplearning4j has no GRU.", OTHER_CELL);
        require(settings.cellType() != CellType.JORDAN, "Deeplearning4j has no Jordan network.", OTHER_CELL);
        require(
                plan.inputs().embeddings().isEmpty(),
                "Deeplearning4j cannot embed some of a time step's values and read the others as they are.",
                "Train without embeddings to export.");
        require(
                settings.convolution()
                        .filter(some -> some.poolingSize() > MOST_POOLED)
                        .isEmpty(),
                "Deeplearning4j pools more than " + MOST_POOLED + " steps otherwise where they do not come out even.",
                "Set the pooling size to 1 or " + MOST_POOLED + ", and train anew, to export.");
        require(
                plan.outputs().scope() == Scope.STEP || settings.summary() != Summary.ATTENTION,
                "Deeplearning4j has no attention that sums up the steps as this network's does.",
                "Choose the last step, the mean or the maximum as the summary, and train anew, to export.");
    }

    private static void require(final boolean expressible, final String problem, final String remedy) {
        if (!expressible) {
            throw new InexpressibleException(problem, remedy);
        }
    }
}
