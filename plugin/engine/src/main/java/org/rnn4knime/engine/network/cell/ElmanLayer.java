package org.rnn4knime.engine.network.cell;

import org.rnn4knime.engine.network.kernel.CellKernel;
import org.rnn4knime.engine.network.kernel.ElmanKernel;

/**
 * Elman's simple recurrent network (Elman 1990, Finding Structure in Time): h' = tanh(W x + U h + b). The parameters are those of
 * Deeplearning4j's SimpleRnn: W [inputs, units], RW [units, units], b [units].
 */
public final class ElmanLayer extends CellLayer {

    private static final long serialVersionUID = 1L;

    @Override
    CellKernel cell() {
        return new ElmanKernel();
    }
}
