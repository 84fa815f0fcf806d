package org.rnn4knime.engine.network.cell;

import org.rnn4knime.engine.network.kernel.CellKernel;
import org.rnn4knime.engine.network.kernel.LstmKernel;

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

    @Override
    CellKernel cell() {
        return new LstmKernel();
    }
}
