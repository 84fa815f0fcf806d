package org.rnn4knime.engine.network.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * Some windows of a batch, computed by one thread from the first step to the last and back; with the memory for this. The columns
 * [input | state | 1] of all steps lie one behind the other, each [row, window].
 */
final class Slice implements AutoCloseable {

    private final CellKernel cell;

    private final Shape shape;

    private final int values;

    private final Memory.Matrix weights;

    private final Memory.Matrix columns;

    private final Memory.Matrix product;

    private final Memory.Matrix columnGradient;

    /** [step, array, unit and window]: first the zeros before the first step. */
    private final float[][][] arrays;

    private final float[][] productGradient;

    private final float[] stateGradient;

    private final float[] laterGradient;

    private final float[] carry;

    /** As large as the weights, so taken only when there is a gradient. */
    private Optional<Memory.Matrix> weightGradient = Optional.empty();

    /**
     * What memory a slice needs.
     *
     * @param first its first window
     * @param width its windows
     * @param inputs features that the cell reads
     * @param units of the cell
     * @param kept steps that are kept at a time: all for a gradient, otherwise one
     */
    record Shape(int first, int width, int inputs, int units, int kept) {

        int rows() {
            return inputs + units + 1;
        }
    }

    Slice(final CellKernel cell, final Shape shape, final Memory.Matrix weights) {
        this.cell = cell;
        this.shape = shape;
        this.values = shape.units * shape.width;
        this.weights = weights;
        final var block = shape.rows() * shape.width;
        this.columns = Memory.of((shape.kept + 1L) * block).matrix(shape.rows(), shape.width);
        this.product = Memory.of((long) weights.rows() * shape.width).matrix(weights.rows(), shape.width);
        this.columnGradient = Memory.of(block).matrix(shape.rows(), shape.width);
        for (int step = 0; step <= shape.kept; step++) {
            columns.memory().fill((step + 1) * block - shape.width, shape.width, 1);
        }
        this.arrays = new float[shape.kept + 1][cell.arrays()][values];
        this.productGradient = new float[cell.rows().size()][values];
        this.stateGradient = new float[values];
        this.laterGradient = new float[values];
        this.carry = new float[values];
    }

    /** The gradient by the weights, once it is computed. */
    Memory weightGradient() {
        return weightGradient.orElseThrow().memory();
    }

    /** Computes the states of all steps. */
    void forward(final Series inputs, final Series outputs, final Runnable pulse) {
        for (final var array : arrays[0]) {
            Arrays.fill(array, 0);
        }
        columns.memory().put(state(0), arrays[0][0]);
        for (int step = 0; step < inputs.steps(); step++) {
            pulse.run();
            final var from = column(step);
            inputs.read(step, shape.first, shape.width, columns.memory().floats(), from);
            product.product(weights, columns, from);
            final var now = arrays[slot(step + 1)];
            for (int block = 0; block < productGradient.length; block++) {
                product.memory().get(block * values, now[block]);
            }
            cell.forward(now, arrays[slot(step)]);
            final var state = now[now.length - 1];
            columns.memory().put(state(step + 1), state);
            outputs.write(step, shape.first, shape.width, state);
        }
    }

    /** Computes the gradient by the weights, and by the inputs if it is to be written somewhere. */
    void backward(final Series outputGradient, final Optional<Series> inputGradient, final Runnable pulse) {
        Arrays.fill(carry, 0);
        final var sum = weightGradient.orElseGet(this::newWeightGradient);
        final var last = outputGradient.steps() - 1;
        for (int step = last; step >= 0; step--) {
            pulse.run();
            outputGradient.read(step, shape.first, shape.width, stateGradient);
            if (step < last) {
                columnGradient.memory().get(shape.inputs * shape.width, laterGradient);
                Pointwise.add(laterGradient, stateGradient);
            }
            cell.backward(arrays[step + 1], arrays[step], stateGradient, carry, productGradient);
            for (int block = 0; block < productGradient.length; block++) {
                product.memory().put(block * values, productGradient[block]);
            }
            sum.productWithTransposed(product, columns, column(step), step < last);
            final var firstRow = inputGradient.isPresent() ? 0 : shape.inputs;
            if (step > 0 || inputGradient.isPresent()) {
                columnGradient.productOfTransposed(weights, product, firstRow, shape.inputs + shape.units);
            }
            if (inputGradient.isPresent()) {
                inputGradient
                        .get()
                        .write(
                                step,
                                shape.first,
                                shape.width,
                                columnGradient.memory().floats());
            }
        }
    }

    private Memory.Matrix newWeightGradient() {
        final var memory = Memory.of((long) weights.rows() * weights.columns());
        final var matrix = memory.matrix(weights.rows(), weights.columns());
        weightGradient = Optional.of(matrix);
        return matrix;
    }

    private int slot(final int step) {
        return step % (shape.kept + 1);
    }

    private int column(final int step) {
        return slot(step) * shape.rows() * shape.width;
    }

    private int state(final int step) {
        return column(step) + shape.inputs * shape.width;
    }

    @Override
    public void close() {
        columns.memory().close();
        product.memory().close();
        columnGradient.memory().close();
        weightGradient.map(Memory.Matrix::memory).ifPresent(Memory::close);
    }
}
