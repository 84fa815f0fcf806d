package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.network.CellType;

/** The cell types as the dialog shows them. */
enum CellTypeChoice {
    @Label(
            value = "LSTM",
            description = "Long short-term memory: gates decide what is kept, so that it can learn from far back.")
    LSTM(CellType.LSTM, false),

    @Label(value = "GRU", description = "Gated recurrent unit: fewer gates than LSTM, so fewer weights; often as good.")
    GRU(CellType.GRU, false),

    @Label(
            value = "Elman (simple RNN)",
            description = "A simple network without gates, whose hidden units read their own values of the step before:"
                    + " fast, but soon forgets what lies further back.")
    ELMAN(CellType.ELMAN, true),

    @Label(
            value = "Jordan",
            description = "A simple network whose hidden units read what the network itself wrote at the step before:"
                    + " when forecasting with one layer, a single number is all that it remembers.")
    JORDAN(CellType.JORDAN, true);

    private final CellType m_cellType;

    private final boolean m_hasActivation;

    CellTypeChoice(final CellType cellType, final boolean hasActivation) {
        m_cellType = cellType;
        m_hasActivation = hasActivation;
    }

    CellType cellType() {
        return m_cellType;
    }

    /** Whether the user chooses the activation of its hidden units. */
    boolean hasActivation() {
        return m_hasActivation;
    }
}
