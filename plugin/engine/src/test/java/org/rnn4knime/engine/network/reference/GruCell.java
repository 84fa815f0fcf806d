package org.rnn4knime.engine.network.reference;

import java.util.List;

/**
 * Gated recurrent unit, reset after the product, with biases of the input and of the state.
 *
 * <pre>
 * r = sigmoid(Wr x + br + Ur h + dr)         u = sigmoid(Wu x + bu + Uu h + du)
 * n = tanh(Wn x + bn + r (Un h + dn))        h' = u h + (1 - u) n
 * </pre>
 */
final class GruCell implements Cell {

    private static final List<String> GATES = List.of("r", "u", "n");

    private final int units;

    private final List<Matrix> w;

    private final List<Matrix> u;

    private final List<Vector> b;

    private final List<Vector> d;

    GruCell(final ParameterReader reader, final int inputs, final int units) {
        this.units = units;
        w = reader.matrices("W", GATES, inputs, units);
        u = reader.matrices("U", GATES, units, units);
        b = reader.vectors("b", GATES, units);
        d = reader.vectors("d", GATES, units);
    }

    @Override
    public int stateSize() {
        return units;
    }

    @Override
    public Vector next(final Vector x, final Vector h) {
        final var reset = ofInput("r", x).plus(ofState("r", h)).sigmoid();
        final var update = ofInput("u", x).plus(ofState("u", h)).sigmoid();
        final var candidate = ofInput("n", x).plus(reset.times(ofState("n", h))).tanh();
        return update.times(h).plus(update.oneMinus().times(candidate));
    }

    private Vector ofInput(final String name, final Vector x) {
        final var gate = GATES.indexOf(name);
        return w.get(gate).times(x).plus(b.get(gate));
    }

    private Vector ofState(final String name, final Vector h) {
        final var gate = GATES.indexOf(name);
        return u.get(gate).times(h).plus(d.get(gate));
    }
}
