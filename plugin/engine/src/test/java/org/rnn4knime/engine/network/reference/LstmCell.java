package org.rnn4knime.engine.network.reference;

import java.util.List;

/**
 * Long short-term memory; the state is h, then c.
 *
 * <pre>
 * a = tanh(Wa x + Ua h + ba)   f, o, i = sigmoid(W x + U h + b), each with its own
 * c' = f c + i a               h' = o tanh(c')
 * </pre>
 */
final class LstmCell implements Cell {

    private static final List<String> GATES = List.of("a", "f", "o", "i");

    private final int units;

    private final List<Matrix> w;

    private final List<Matrix> u;

    private final List<Vector> b;

    LstmCell(final ParameterReader reader, final int inputs, final int units) {
        this.units = units;
        w = reader.matrices("W", GATES, inputs, units);
        u = reader.matrices("U", GATES, units, units);
        b = reader.vectors("b", GATES, units);
    }

    @Override
    public int stateSize() {
        return 2 * units;
    }

    @Override
    public int outputSize() {
        return units;
    }

    @Override
    public Vector next(final Vector x, final Vector state) {
        final var h = state.part(0, units);
        final var c = state.part(units, 2 * units);
        final var a = gate("a", x, h).tanh();
        final var f = gate("f", x, h).sigmoid();
        final var o = gate("o", x, h).sigmoid();
        final var i = gate("i", x, h).sigmoid();
        final var nextC = f.times(c).plus(i.times(a));
        final var nextH = o.times(nextC.tanh());
        return nextH.then(nextC);
    }

    @Override
    public Vector output(final Vector state) {
        return state.part(0, units);
    }

    private Vector gate(final String name, final Vector x, final Vector h) {
        final var gate = GATES.indexOf(name);
        return w.get(gate).times(x).plus(u.get(gate).times(h)).plus(b.get(gate));
    }
}
