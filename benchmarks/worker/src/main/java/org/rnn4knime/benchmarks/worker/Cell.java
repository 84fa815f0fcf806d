package org.rnn4knime.benchmarks.worker;

/** The recurrent cell of the network that is measured. */
public enum Cell {

    /** Long short-term memory. */
    LSTM(4),

    /** Gated recurrent unit, with a bias of the input and one of the state. */
    GRU(3),

    /** Elman's network with the hyperbolic tangent. */
    ELMAN(1);

    private final int gates;

    Cell(final int gates) {
        this.gates = gates;
    }

    /** The rows of the weights, as multiples of the units. */
    public int gates() {
        return gates;
    }

    /** The biases, as multiples of the units. */
    public int biases() {
        return this == GRU ? 2 * gates : gates;
    }
}
