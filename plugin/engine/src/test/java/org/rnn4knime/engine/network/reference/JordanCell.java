package org.rnn4knime.engine.network.reference;

import java.util.function.UnaryOperator;

/**
 * Jordan's cell, whose state is its output: {@code h = act(W x + U y + b)}, {@code y' = out(V h + c)}.
 */
final class JordanCell implements Cell {

    private final Functions functions;

    private final Matrix w;

    private final Matrix u;

    private final Vector b;

    private final Matrix v;

    private final Vector c;

    /**
     * What is applied to the sums.
     *
     * @param hidden for the hidden units
     * @param output for the outputs
     */
    record Functions(UnaryOperator<Real> hidden, UnaryOperator<Vector> output) {}

    JordanCell(
            final ParameterReader reader,
            final int inputs,
            final int units,
            final int outputs,
            final Functions functions) {
        this.functions = functions;
        w = reader.matrix("W", inputs, units);
        u = reader.matrix("U", outputs, units);
        b = reader.vector("b", units);
        v = reader.matrix("V", units, outputs);
        c = reader.vector("c", outputs);
    }

    @Override
    public int stateSize() {
        return c.size();
    }

    @Override
    public Vector next(final Vector x, final Vector y) {
        final var h = w.times(x).plus(u.times(y)).plus(b).map(functions.hidden());
        return functions.output().apply(v.times(h).plus(c));
    }
}
