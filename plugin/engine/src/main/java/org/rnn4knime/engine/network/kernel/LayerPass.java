package org.rnn4knime.engine.network.kernel;

/** A layer's work on one slice at a time, with the memory for it. Used by one thread. */
public interface LayerPass extends AutoCloseable {

    /**
     * Computes what the layer writes.
     *
     * @param input what it reads; not changed, and still there when backward follows
     * @param moment what else counts
     * @return valid until the next call
     */
    Signal forward(Signal input, Moment moment);

    /**
     * Computes the gradients of the slice that went forward last.
     *
     * @param outputGradient the gradient by what the layer wrote; may be overwritten
     * @param inputGradientWanted whether anything is to be returned
     * @param gradient takes the gradient by the parameters, which is added to what it holds
     * @param moment as in forward
     * @return the gradient by what the layer read, valid until the next call; with anything in it if it is not wanted
     */
    Signal backward(Signal outputGradient, boolean inputGradientWanted, Gradient gradient, Moment moment);

    /** Frees the memory outside of the heap. */
    @Override
    default void close() {
        // Most lies on the heap.
    }
}
