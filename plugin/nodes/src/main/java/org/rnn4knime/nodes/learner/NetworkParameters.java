package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;

/** The section "Network": what the network is made of. */
final class NetworkParameters implements NodeParameters {

    @Widget(
            title = "Cell type",
            description =
                    """
                    The recurrent cell: what the network remembers from one time step to the next, and how. Default:
                    LSTM.
                    """)
    CellTypeChoice m_cellType = CellTypeChoice.LSTM;

    @Widget(
            title = "Hidden units",
            description =
                    """
                    How many values the network keeps in memory from one time step to the next. More can tell more
                    patterns apart, but take longer to train and learn small tables by heart. Default: 32.
                    """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostHiddenUnits.class)
    int m_hiddenUnits = 32;

    NetworkSettings toSettings() {
        return new NetworkSettings(m_cellType.m_cellType, m_hiddenUnits);
    }

    enum CellTypeChoice {
        @Label(
                value = "LSTM",
                description = "Long short-term memory: gates decide what is kept, so that it can learn from far back.")
        LSTM(CellType.LSTM),
        @Label(
                value = "GRU",
                description = "Gated recurrent unit: fewer gates than LSTM, so fewer weights; often as good.")
        GRU(CellType.GRU),
        @Label(
                value = "Elman (simple RNN)",
                description = "A simple network without gates: fast, but soon forgets what lies further back.")
        ELMAN(CellType.ELMAN);

        private final CellType m_cellType;

        CellTypeChoice(final CellType cellType) {
            m_cellType = cellType;
        }
    }

    static final class MostHiddenUnits extends MaxValidation {

        @Override
        protected double getMax() {
            return NetworkSettings.MOST_HIDDEN_UNITS;
        }
    }
}
