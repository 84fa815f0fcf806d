package org.rnn4knime.engine.network.cell;

import java.util.List;
import org.rnn4knime.engine.network.kernel.LstmKernel;
import org.rnn4knime.engine.network.kernel.RecurrentKernel;
import org.rnn4knime.engine.network.kernel.RecurrentKernel.Direction;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997) with forget gate (Gers et al. 2000), without peepholes:
 *
 * <pre>
 * a = tanh(Wa x + Ua h + ba)   f, o, i = sigmoid(W x + U h + b), each with its own
 * c' = f c + i a               h' = o tanh(c')
 * </pre>
 *
 * The parameters are those of Deeplearning4j's LSTM: W [inputs, 4 units], RW [units, 4 units], b [4 units], in blocks a, f, o, i.
 */
public final class LstmLayer extends CellLayer {

    private static final long serialVersionUID = 1L;

    private static final int GATES = 4;

    private static final int FORGET_GATE = 1;

    /** A layer without parameters yet. */
    public LstmLayer(final String name, final int inputs, final int units, final Direction direction) {
        super(name, "LSTM", RecurrentKernel.of(new LstmKernel(), direction, inputs, units), parameters(inputs, units));
    }

    /** The bias of the forget gate begins with 1, so that the state lasts (Jozefowicz et al. 2015). */
    private static List<NamedParameter> parameters(final int inputs, final int units) {
        final var parameters = NamedParameter.recurrent(inputs, units, units, GATES, GATES);
        return List.of(parameters.get(0), parameters.get(1), parameters.get(2).withOnesInBlock(FORGET_GATE));
    }
}
