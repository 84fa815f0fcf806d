package org.rnn4knime.engine.network.cell;

import org.rnn4knime.engine.network.kernel.GruKernel;
import org.rnn4knime.engine.network.kernel.RecurrentKernel;
import org.rnn4knime.engine.network.kernel.RecurrentKernel.Direction;

/**
 * Gated recurrent unit (Cho et al. 2014) in the form that resets after the product and has two biases, as cuDNN, Keras 2 and PyTorch
 * compute it:
 *
 * <pre>
 * r, u = sigmoid(W x + b + U h + d), each with its own
 * n = tanh(Wn x + bn + r (Un h + dn))     h' = u h + (1 - u) n
 * </pre>
 *
 * The parameters are W [inputs, 3 units], RW [units, 3 units] in blocks r, u, n, and b [6 units]: b in this order, then d.
 */
public final class GruLayer extends CellLayer {

    private static final long serialVersionUID = 1L;

    private static final int GATES = 3;

    /** A layer without parameters yet. */
    public GruLayer(final String name, final int inputs, final int units, final Direction direction) {
        super(
                name,
                "GRU",
                RecurrentKernel.of(new GruKernel(), direction, inputs, units),
                NamedParameter.recurrent(inputs, units, units, GATES, 2 * GATES));
    }
}
