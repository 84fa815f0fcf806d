package org.rnn4knime.engine.network.reference;

/** A recurrent cell in one direction, with its parameters. */
interface Cell {

    /** The size of the state. */
    int stateSize();

    /** The size of what the next layer sees. */
    default int outputSize() {
        return stateSize();
    }

    /** The state after a step that began with another state. */
    Vector next(Vector input, Vector state);

    /** The part of a state that the next layer sees. */
    default Vector output(final Vector state) {
        return state;
    }
}
