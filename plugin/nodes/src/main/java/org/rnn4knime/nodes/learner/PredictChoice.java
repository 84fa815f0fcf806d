package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.Scope;

/** What can be predicted, as the dialog shows it. */
enum PredictChoice {
    @Label(
            value = "One value per sequence",
            description = "A class or a number of each sequence, such as who speaks or how long a machine will last.")
    SEQUENCE(Scope.SEQUENCE),

    @Label(
            value = "One value per time step",
            description = "A class or a number of each time step, such as the state of a machine at each reading. Not"
                    + " with one column a time step, and not of texts.")
    STEP(Scope.STEP),

    @Label(
            value = "The next values",
            description = "How the target goes on, read from its own past: a forecast, or the next symbols of a text.")
    FUTURE(Scope.FUTURE);

    private final Scope m_scope;

    PredictChoice(final Scope scope) {
        m_scope = scope;
    }

    Scope scope() {
        return m_scope;
    }
}
