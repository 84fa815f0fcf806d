package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.model.OptimizerType;

/** The optimizers as the dialog shows them. */
enum OptimizerChoice {
    @Label(
            value = "Adam",
            description =
                    "Gives each weight a pace of its own, and hardly needs to be tuned: a good start for any table.")
    ADAM(OptimizerType.ADAM),

    @Label(
            value = "AdamW",
            description = "Adam that also draws all weights towards zero, so that the network learns less by heart.")
    ADAMW(OptimizerType.ADAMW),

    @Label(
            value = "RMSProp",
            description = "Gives each weight a pace of its own, but has no momentum: try it where Adam is restless.")
    RMSPROP(OptimizerType.RMSPROP),

    @Label(
            value = "SGD",
            description =
                    "Stochastic gradient descent: one pace for all weights. It needs a well chosen learning rate, often"
                            + " 0.1 or more, and clipped gradients.")
    SGD(OptimizerType.SGD);

    private final OptimizerType m_optimizerType;

    OptimizerChoice(final OptimizerType optimizerType) {
        m_optimizerType = optimizerType;
    }

    OptimizerType optimizerType() {
        return m_optimizerType;
    }
}
