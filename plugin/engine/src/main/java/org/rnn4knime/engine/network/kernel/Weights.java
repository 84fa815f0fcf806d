package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A cell's parameters and the matrix [rows, inputs + units + 1] that a step multiplies with [input | state | 1]. The parameters are
 * the weights of the input [inputs, columns] and of the state [units, columns], both column by column, then the biases.
 */
public final class Weights {

    private final List<RowBlock> blocks;

    private final int inputs;

    private final int units;

    private final int stateWeights;

    private final int biases;

    private final int parameters;

    /** Of a cell with so many inputs and units. */
    public Weights(final CellKernel cell, final int inputs, final int units) {
        this.blocks = cell.rows();
        this.inputs = inputs;
        this.units = units;
        final var columns =
                units * (1 + blocks.stream().mapToInt(RowBlock::columns).max().orElse(0));
        final var biasBlocks =
                blocks.stream().mapToInt(block -> block.biases().size()).sum();
        this.stateWeights = Math.multiplyExact(inputs, columns);
        this.biases = Math.addExact(stateWeights, Math.multiplyExact(units, columns));
        this.parameters = Math.addExact(biases, units * biasBlocks);
    }

    /** How many parameters there are. */
    public int parameters() {
        return parameters;
    }

    /** Where the weights of the state begin, which is how many weights of the input there are. */
    public int stateWeights() {
        return stateWeights;
    }

    /** Where the biases begin. */
    public int biases() {
        return biases;
    }

    int rows() {
        return blocks.size() * units;
    }

    int columns() {
        return inputs + units + 1;
    }

    /** Writes the matrix. */
    void pack(final FloatBuffer from, final Memory matrix) {
        final var row = new float[columns()];
        for (int index = 0; index < rows(); index++) {
            final var block = blocks.get(index / units);
            final var unit = index % units;
            final var column = block.columns() * units + unit;
            Arrays.fill(row, 0);
            if (block.readsInput()) {
                from.get(column * inputs, row, 0, inputs);
            }
            if (block.readsState()) {
                from.get(stateWeights + column * units, row, inputs, units);
            }
            for (final int bias : block.biases()) {
                row[inputs + units] += from.get(biases + bias * units + unit);
            }
            matrix.put(index * row.length, row);
        }
    }

    /** Writes the gradient by the parameters: the sum of gradients by the matrix, in the order of the list. */
    void unpack(final List<Memory> matrices, final FloatBuffer gradient) {
        final var sum = new float[columns()];
        final var row = new float[columns()];
        for (int index = 0; index < rows(); index++) {
            Arrays.fill(sum, 0);
            for (final var matrix : matrices) {
                matrix.get(index * row.length, row);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += row[j];
                }
            }
            unpack(index, sum, gradient);
        }
    }

    private void unpack(final int index, final float[] row, final FloatBuffer gradient) {
        final var block = blocks.get(index / units);
        final var unit = index % units;
        final var column = block.columns() * units + unit;
        if (block.readsInput()) {
            gradient.put(column * inputs, row, 0, inputs);
        }
        if (block.readsState()) {
            gradient.put(stateWeights + column * units, row, inputs, units);
        }
        for (final int bias : block.biases()) {
            gradient.put(biases + bias * units + unit, row[inputs + units]);
        }
    }
}
