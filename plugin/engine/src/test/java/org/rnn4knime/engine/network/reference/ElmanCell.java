package org.rnn4knime.engine.network.reference;

import java.util.function.UnaryOperator;

/** Elman's cell: {@code h' = act(W x + U h + b)}. */
final class ElmanCell implements Cell {

    private final UnaryOperator<Real> activation;

    private final Matrix w;

    private final Matrix u;

    private final Vector b;

    ElmanCell(final ParameterReader reader, final int inputs, final int units, final UnaryOperator<Real> activation) {
        this.activation = activation;
        w = reader.matrix("W", inputs, units);
        u = reader.matrix("U", units, units);
        b = reader.vector("b", units);
    }

    @Override
    public int stateSize() {
        return b.size();
    }

    @Override
    public Vector next(final Vector x, final Vector h) {
        return w.times(x).plus(u.times(h)).plus(b).map(activation);
    }
}
