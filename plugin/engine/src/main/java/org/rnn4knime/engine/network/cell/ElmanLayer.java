package org.rnn4knime.engine.network.cell;

import org.rnn4knime.engine.network.kernel.ElmanKernel;
import org.rnn4knime.engine.network.kernel.Nonlinearity;
import org.rnn4knime.engine.network.kernel.RecurrentKernel;
import org.rnn4knime.engine.network.kernel.RecurrentKernel.Direction;

/**
 * Elman's simple recurrent network (Elman 1990, Finding Structure in Time): h' = activation(W x + U h + b). The parameters are those
 * of Deeplearning4j's SimpleRnn: W [inputs, units], RW [units, units], b [units].
 */
public final class ElmanLayer extends CellLayer {

    private static final long serialVersionUID = 1L;

    /** A layer without parameters yet. */
    public ElmanLayer(
            final String name,
            final int inputs,
            final int units,
            final Nonlinearity activation,
            final Direction direction) {
        super(
                name,
                "Elman (simple RNN)",
                RecurrentKernel.of(new ElmanKernel(activation), direction, inputs, units),
                NamedParameter.recurrent(inputs, units, units, 1, 1));
    }
}
