package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.model.ClippingType;

/** What can be done to gradients that are too large, as the dialog shows it. */
enum ClippingChoice {
    @Label(value = "None", description = "Gradients stay as they are.")
    NONE(ClippingType.NONE),

    @Label(
            value = "Value",
            description =
                    "Each value of the gradient on its own is held between minus the threshold and the threshold.")
    VALUE(ClippingType.VALUE),

    @Label(
            value = "Norm of each layer",
            description = "The gradient of each layer on its own is made no longer than the threshold.")
    LAYER_NORM(ClippingType.LAYER_NORM),

    @Label(
            value = "Global norm",
            description =
                    "The gradient of the whole network is made no longer than the threshold and keeps its direction."
                            + " Start with this one.")
    GLOBAL_NORM(ClippingType.GLOBAL_NORM);

    private final ClippingType m_clippingType;

    ClippingChoice(final ClippingType clippingType) {
        m_clippingType = clippingType;
    }

    ClippingType clippingType() {
        return m_clippingType;
    }
}
