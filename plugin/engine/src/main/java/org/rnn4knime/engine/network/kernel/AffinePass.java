package org.rnn4knime.engine.network.kernel;

import java.util.Optional;

/**
 * An affine map applied to one slice at several steps, with the memory for this: of each step the column [input | state | 1], each
 * value for all windows, and the product. The columns of a few steps stand side by side, and so do the gradients by their products:
 * then one large product gives the gradient by the weights of all these steps. Used by one thread.
 */
final class AffinePass implements AutoCloseable {

    /** Windows of several steps that one product adds up: enough for it to be fast. */
    private static final int WINDOWS_AT_ONCE = 256;

    private final Affine affine;

    private final Memory weights;

    private final int width;

    /** Steps side by side. */
    private final int group;

    private final Memory product;

    private final Memory columnGradient;

    private int steps;

    private Memory columns;

    private Optional<Backward> backward = Optional.empty();

    /**
     * Takes the memory, but for the steps.
     *
     * @param backward whether gradients are wanted
     */
    AffinePass(final Affine affine, final int width, final boolean backward) {
        this.affine = affine;
        this.width = width;
        this.group = group(width, backward);
        this.weights = affine.matrix().view();
        this.product = Memory.of((long) affine.rows() * width);
        this.columnGradient = Memory.of((long) affine.width() * width);
        this.steps = group;
        this.columns = newColumns();
        this.backward = backward ? Optional.of(new Backward()) : Optional.empty();
    }

    private static int group(final int width, final boolean backward) {
        return backward ? Math.max(1, WINDOWS_AT_ONCE / width) : 1;
    }

    /** The memory that is taken once there is room for so many steps. */
    static MemoryUse memory(final Affine affine, final int width, final int steps, final boolean backward) {
        final var group = group(width, backward);
        final var reserved = Math.max(1, (steps + group - 1) / group) * (long) group;
        final var columns = (reserved + 1) * affine.width();
        final var products = (long) affine.rows() * (1 + (backward ? group : 0));
        return MemoryUse.outside((columns + products) * width);
    }

    /** Makes room for so many steps at least; what was there is lost if there was less. */
    void reserve(final int wanted) {
        if (wanted > steps) {
            steps = Math.multiplyExact((wanted + group - 1) / group, group);
            columns.close();
            columns = newColumns();
        }
    }

    private Memory newColumns() {
        final var memory = Memory.of((long) steps * affine.width() * width);
        for (int first = 0; first < steps; first += group) {
            memory.fill(columnOffset(first) + (affine.width() - 1) * group * width, group * width, 1);
        }
        return memory;
    }

    private int columnOffset(final int step) {
        return step / group * group * affine.width() * width + step % group * width;
    }

    private Memory.Matrix columns(final int step, final int count) {
        return columns.matrix(columnOffset(step), affine.width(), count * width, group * width);
    }

    /** Writes values into the column of a step, from a row on. */
    void put(final int step, final int row, final float[] values) {
        columns.putRows(columnOffset(step) + row * group * width, group * width, values, width);
    }

    /** Multiplies the weights with the column of a step. */
    void multiply(final int step) {
        product.matrix(0, affine.rows(), width, width)
                .product(weights.matrix(0, affine.rows(), affine.width(), affine.width()), columns(step, 1));
    }

    /** Reads a block of the product. */
    void get(final int block, final float[] values) {
        product.get(block * affine.units() * width, values);
    }

    /** Begins to compute gradients, step by step in either order; those by the weights are added to what the memory holds. */
    void beginBackward(final Memory gradient) {
        backward.orElseThrow().begin(gradient);
    }

    /** Writes the gradient by a block of a step's product. */
    void putGradient(final int step, final int block, final float[] values) {
        backward.orElseThrow().put(step, block, values);
    }

    /** Computes the gradient by some rows of a step's column from that by the product. */
    void multiplyBack(final int step, final int firstRow, final int endRow) {
        columnGradient
                .matrix(firstRow * width, endRow - firstRow, width, width)
                .product(
                        backward.orElseThrow().weights(firstRow, endRow),
                        backward.orElseThrow().products(step, 1));
    }

    /** Reads the gradient by the column, from a row on. */
    void getColumnGradient(final int row, final float[] values) {
        columnGradient.get(row * width, values);
    }

    /** Ends what {@link #beginBackward} has begun. */
    void endBackward() {
        backward.orElseThrow().addWeightGradient();
    }

    @Override
    public void close() {
        product.close();
        columnGradient.close();
        columns.close();
        backward.ifPresent(some -> some.gradients.close());
    }

    /** The gradients by the products of a group of steps. */
    private final class Backward {

        private final Memory gradients = Memory.of((long) affine.rows() * group * width);

        private final Memory transposed = affine.transposed().view();

        private Optional<Memory> sum = Optional.empty();

        /** The steps whose gradients are here but not in the sum; none if the end is not behind the first. */
        private int first;

        private int end;

        void begin(final Memory newSum) {
            sum = Optional.of(newSum);
            first = 0;
            end = 0;
        }

        void put(final int step, final int block, final float[] values) {
            if (end > first && step / group != first / group) {
                addWeightGradient();
            }
            first = end > first ? Math.min(first, step) : step;
            end = Math.max(end, step + 1);
            final var row = block * affine.units();
            gradients.putRows(row * group * width + step % group * width, group * width, values, width);
        }

        Memory.Matrix weights(final int firstRow, final int endRow) {
            return transposed.matrix(firstRow * affine.rows(), endRow - firstRow, affine.rows(), affine.rows());
        }

        Memory.Matrix products(final int step, final int count) {
            return gradients.matrix(step % group * width, affine.rows(), count * width, group * width);
        }

        void addWeightGradient() {
            final var count = end - first;
            if (count > 0) {
                sum.orElseThrow()
                        .matrix(0, affine.rows(), affine.width(), affine.width())
                        .addProductWithTransposed(products(first, count), columns(first, count));
            }
            first = 0;
            end = 0;
        }
    }
}
