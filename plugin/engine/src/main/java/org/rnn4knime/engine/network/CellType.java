package org.rnn4knime.engine.network;

/** The recurrent cell. */
public enum CellType {

    /** Elman's simple recurrent network (Elman 1990): the state before is fed back. */
    ELMAN,

    /** Jordan's network (Jordan 1986): the output before is fed back. */
    JORDAN,

    /** Long short-term memory (Hochreiter and Schmidhuber 1997) with forget gate, without peepholes. */
    LSTM,

    /** Gated recurrent unit (Cho et al. 2014), reset after the product, with two biases, as in cuDNN, Keras 2 and PyTorch. */
    GRU
}
