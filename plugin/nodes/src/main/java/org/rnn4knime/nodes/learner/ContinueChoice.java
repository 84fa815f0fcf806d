package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;

/** With which optimizer the training of a model can go on, as the dialog shows it. */
enum ContinueChoice {
    @Label(
            value = "The optimizer as it was",
            description =
                    "The training goes on as if it had never stopped: optimizer and schedule are where they were.")
    KEEP,

    @Label(
            value = "A fresh optimizer",
            description = "Optimizer and schedule begin anew. For another optimizer, or another kind of data.")
    FRESH
}
