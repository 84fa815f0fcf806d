package org.rnn4knime.standin.parameters;

import java.util.Optional;
import org.knime.node.parameters.NodeParameters;

/** The parameters whose settings a real KNIME 5.8 saved into settings-saved-by-knime.xml. */
final class ScaleParameters implements NodeParameters {

    String m_column = "nope";

    Mode m_mode = Mode.ADD;

    double m_factor = 7;

    int m_epochs = 3;

    Optional<Long> m_seed = Optional.empty();

    enum Mode {
        MULTIPLY,
        ADD
    }
}
