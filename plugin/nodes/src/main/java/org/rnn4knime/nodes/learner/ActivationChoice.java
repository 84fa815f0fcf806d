package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.network.Activation;

/** The activations as the dialog shows them. */
enum ActivationChoice {
    @Label(value = "tanh", description = "Hyperbolic tangent: values from -1 to 1.")
    TANH(Activation.TANH),

    @Label(value = "Sigmoid", description = "The logistic function: values from 0 to 1.")
    SIGMOID(Activation.SIGMOID),

    @Label(
            value = "ReLU",
            description = "0 below zero, the value itself above: passes more on from far back, but nothing bounds it.")
    RELU(Activation.RELU);

    private final Activation m_activation;

    ActivationChoice(final Activation activation) {
        m_activation = activation;
    }

    Activation activation() {
        return m_activation;
    }
}
