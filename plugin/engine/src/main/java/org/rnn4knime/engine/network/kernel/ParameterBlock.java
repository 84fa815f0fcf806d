package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Some of a layer's parameters in the form that is computed with. Gradients have the same form; each thread adds to one of its own.
 * Reading it is safe for many threads, {@link #load} is not.
 */
public interface ParameterBlock extends AutoCloseable {

    /** How many parameters it holds. */
    int parameters();

    /** The floats of a gradient in its own form. */
    int gradientSize();

    /** The memory that the parameters take when they are loaded and prepared for gradients. */
    MemoryUse memory();

    /** Takes new parameters from the beginning of the buffer. */
    void load(FloatBuffer parameters);

    /** Prepares what gradients need, after a load and before passes go backward; not safe for many threads, either. */
    default void prepareBackward() {
        // Most need nothing.
    }

    /**
     * Writes the gradient by the parameters to the beginning of the buffer.
     *
     * @param gradients in the block's own form; they are added up in the order of the list
     */
    void unload(List<Memory> gradients, FloatBuffer to);

    @Override
    void close();
}
