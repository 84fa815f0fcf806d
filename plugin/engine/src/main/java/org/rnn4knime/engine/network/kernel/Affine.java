package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of an affine map of an input and, in a recurrent cell, the state before: a matrix [rows, inputs + states + 1] to be
 * multiplied with [input | state | 1]. The parameters are the weights of the input [inputs, columns] and of the state [states,
 * columns], both column by column, then the biases.
 */
public final class Affine implements ParameterBlock {

    /** Rows that are transposed at a time: a line of the cache. */
    private static final int TILE = 16;

    private final List<RowBlock> blocks;

    private final int inputs;

    private final int states;

    private final int units;

    private final int columns;

    private final int biases;

    /** Taken when there are parameters: what a network would be like can be asked without native libraries. */
    private Optional<Memory> matrix = Optional.empty();

    /** [inputs + states + 1, rows]: a product with this takes half the time of one that transposes, if the matrix is large. */
    private Optional<Memory> transposed = Optional.empty();

    private boolean transposedIsOld = true;

    /**
     * A map without parameters yet.
     *
     * @param blocks of the matrix, each with as many rows as there are units
     * @param inputs values of the input
     * @param states values of the state
     * @param units rows of a block
     */
    public Affine(final List<RowBlock> blocks, final int inputs, final int states, final int units) {
        this.blocks = List.copyOf(blocks);
        this.inputs = inputs;
        this.states = states;
        this.units = units;
        this.columns =
                units * (1 + blocks.stream().mapToInt(RowBlock::columns).max().orElseThrow());
        this.biases =
                units * blocks.stream().mapToInt(block -> block.biases().size()).sum();
    }

    /** The map of an input alone, with a bias for each output. */
    static Affine dense(final int inputs, final int outputs) {
        return new Affine(List.of(RowBlock.gate(0)), inputs, 0, outputs);
    }

    /** Values of the input. */
    int inputs() {
        return inputs;
    }

    /** Values of the state. */
    int states() {
        return states;
    }

    /** Rows of a block. */
    int units() {
        return units;
    }

    /** The number of blocks. */
    int blocks() {
        return blocks.size();
    }

    int rows() {
        return blocks.size() * units;
    }

    /** The columns of the matrix. */
    int width() {
        return inputs + states + 1;
    }

    Memory matrix() {
        return matrix.orElseThrow();
    }

    Memory transposed() {
        return transposed.orElseThrow();
    }

    @Override
    public int parameters() {
        return Math.toIntExact((long) (inputs + states) * columns + biases);
    }

    @Override
    public int gradientSize() {
        return Math.multiplyExact(rows(), width());
    }

    @Override
    public MemoryUse memory() {
        return MemoryUse.outside((long) rows() * width()).times(2);
    }

    private int firstState() {
        return inputs * columns;
    }

    private int firstBias() {
        return (inputs + states) * columns;
    }

    @Override
    public void load(final FloatBuffer parameters) {
        transposedIsOld = true;
        if (matrix.isEmpty()) {
            matrix = Optional.of(Memory.of((long) rows() * width()));
        }
        final var row = new float[width()];
        for (int index = 0; index < rows(); index++) {
            final var block = blocks.get(index / units);
            final var unit = index % units;
            final var column = block.columns() * units + unit;
            Arrays.fill(row, 0);
            if (block.readsInput()) {
                parameters.get(column * inputs, row, 0, inputs);
            }
            if (block.readsState()) {
                parameters.get(firstState() + column * states, row, inputs, states);
            }
            for (final int bias : block.biases()) {
                row[inputs + states] += parameters.get(firstBias() + bias * units + unit);
            }
            matrix().put(index * row.length, row);
        }
    }

    @Override
    public void prepareBackward() {
        if (transposed.isEmpty()) {
            transposed = Optional.of(Memory.of((long) rows() * width()));
        }
        if (transposedIsOld) {
            for (int first = 0; first < rows(); first += TILE) {
                transpose(first, Math.min(TILE, rows() - first));
            }
            transposedIsOld = false;
        }
    }

    private void transpose(final int first, final int count) {
        final var some = new float[count * width()];
        matrix().get(first * width(), some);
        final var part = new float[count];
        for (int column = 0; column < width(); column++) {
            for (int row = 0; row < count; row++) {
                part[row] = some[row * width() + column];
            }
            transposed().put(column * rows() + first, part);
        }
    }

    @Override
    public void unload(final List<Memory> gradients, final FloatBuffer to) {
        final var sum = new float[width()];
        final var row = new float[width()];
        for (int index = 0; index < rows(); index++) {
            gradients.get(0).get(index * row.length, sum);
            for (int gradient = 1; gradient < gradients.size(); gradient++) {
                gradients.get(gradient).get(index * row.length, row);
                Pointwise.add(row, sum);
            }
            unload(index, sum, to);
        }
    }

    private void unload(final int index, final float[] row, final FloatBuffer to) {
        final var block = blocks.get(index / units);
        final var unit = index % units;
        final var column = block.columns() * units + unit;
        if (block.readsInput()) {
            to.put(column * inputs, row, 0, inputs);
        }
        if (block.readsState()) {
            to.put(firstState() + column * states, row, inputs, states);
        }
        for (final int bias : block.biases()) {
            to.put(firstBias() + bias * units + unit, row[inputs + states]);
        }
    }

    @Override
    public void close() {
        matrix.ifPresent(Memory::close);
        matrix = Optional.empty();
        transposed.ifPresent(Memory::close);
        transposed = Optional.empty();
    }
}
