package org.rnn4knime.engine.network.kernel;

import java.util.List;

/**
 * Which parameters make a block of rows of the matrix that multiplies [input | state | 1].
 *
 * @param columns the number of the block of columns in the weights of input and state
 * @param readsInput whether the weights of the input count, or zeros
 * @param readsState whether the weights of the state count, or zeros
 * @param biases the numbers of the blocks of biases that are added up
 */
public record RowBlock(int columns, boolean readsInput, boolean readsState, List<Integer> biases) {

    /** Copies the list. */
    public RowBlock {
        biases = List.copyOf(biases);
    }

    /** The gate whose weights and bias have the same number. */
    static RowBlock gate(final int number) {
        return new RowBlock(number, true, true, List.of(number));
    }
}
