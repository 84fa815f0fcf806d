package org.rnn4knime.engine.network;

/** The recurrent cell. */
public enum CellType {

    /** Long short-term memory (Hochreiter and Schmidhuber 1997) with forget gate, without peepholes. */
    LSTM
}
