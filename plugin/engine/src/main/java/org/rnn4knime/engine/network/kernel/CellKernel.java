package org.rnn4knime.engine.network.kernel;

import java.util.List;

/**
 * The pointwise arithmetic of a cell at one time step. All arrays are [unit, window], unit by unit. A cell's step has
 * {@link #arrays} of them: the first ones hold the product of the weights and [input | state | 1], one array a block of rows,
 * and may be overwritten; the last one takes the new state; backward finds all as forward left them.
 */
public interface CellKernel {

    /** The blocks of rows of the product, each as many rows as there are units. */
    List<RowBlock> rows();

    /** The arrays of a step. */
    int arrays();

    /**
     * Whether the carry that backward gets belongs to the gradient by the new state, as where a step copies a part of the state before;
     * else it is the gradient by something that no other layer sees, or zeros.
     */
    default boolean carriesState() {
        return false;
    }

    /**
     * From the product to the new state.
     *
     * @param step the step's arrays
     * @param before those of the step before; at the first step zeros, or the state that is carried on
     */
    void forward(float[][] step, float[][] before);

    /**
     * From the gradient by the new state to that by the product.
     *
     * @param step the step's arrays
     * @param before those of the step before
     * @param state the gradient by the new state but for what the carry holds; may be overwritten
     * @param carry what the step after has left here for this one, zeros at the last step; takes what the step before is to get
     * @param product an array for each block of rows, to be written
     */
    void backward(float[][] step, float[][] before, float[] state, float[] carry, float[][] product);
}
