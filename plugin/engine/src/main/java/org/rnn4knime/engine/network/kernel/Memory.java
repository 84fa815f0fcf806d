package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * A row of floats outside of the heap, where matrix products read and write them. Pointwise arithmetic is done in arrays on the
 * heap, as Java vectorises nothing else, so blocks are copied to and fro, which costs little. Used by one thread; further threads
 * take a {@link #view}.
 */
public final class Memory implements AutoCloseable {

    private static final int ROW_MAJOR = 101;

    private static final int AS_IT_IS = 111;

    private static final int TRANSPOSED = 112;

    private static final int MOST = Integer.MAX_VALUE / Float.BYTES;

    private final FloatPointer pointer;

    private final FloatBuffer buffer;

    private final boolean owned;

    private Memory(final FloatPointer pointer, final FloatBuffer buffer, final boolean owned) {
        this.pointer = pointer;
        this.buffer = buffer;
        this.owned = owned;
    }

    /**
     * Memory with anything in it.
     *
     * @throws IllegalArgumentException if it is more than two gigabytes, which a buffer cannot reach
     */
    static Memory of(final long floats) {
        if (floats > MOST) {
            throw new IllegalArgumentException(
                    "A layer would need " + floats + " values at once, but " + MOST
                            + " are the most. Lower the sequence length, the hidden units or what else makes the network large.");
        }
        final var pointer = new FloatPointer(floats);
        return new Memory(pointer, pointer.asBuffer(), true);
    }

    /** The same memory for another thread; closing it frees nothing. */
    Memory view() {
        return new Memory(new FloatPointer(pointer), buffer, false);
    }

    /** The floats by absolute index, which many threads may do at once. */
    FloatBuffer floats() {
        return buffer;
    }

    void put(final int offset, final float[] from) {
        buffer.put(offset, from);
    }

    /** Copies rows of so many values, each a stride behind the one before. */
    void putRows(final int offset, final int stride, final float[] from, final int row) {
        if (stride == row) {
            buffer.put(offset, from);
            return;
        }
        if (row == 1) {
            for (int index = 0; index < from.length; index++) {
                buffer.put(offset + index * stride, from[index]);
            }
            return;
        }
        for (int first = 0; first < from.length; first += row) {
            buffer.put(offset + first / row * stride, from, first, row);
        }
    }

    void get(final int offset, final float[] to) {
        buffer.get(offset, to);
    }

    void fill(final int offset, final int count, final float value) {
        for (int index = offset; index < offset + count; index++) {
            buffer.put(index, value);
        }
    }

    /** Adds to a value. */
    void add(final int offset, final float value) {
        buffer.put(offset, buffer.get(offset) + value);
    }

    /** Fills all of it with zeros. */
    void clear() {
        Pointer.memset(pointer.position(0), 0, (long) Float.BYTES * buffer.capacity());
    }

    /** Values of a matrix from an offset on, row by row. */
    Matrix matrix(final int offset, final int rows, final int columns, final int stride) {
        return new Matrix(this, offset, rows, columns, stride);
    }

    @Override
    public void close() {
        // A copy of a pointer frees the memory too if it is closed.
        if (owned) {
            pointer.close();
        }
    }

    /** A matrix in memory; a row begins so many values after the one before it. */
    record Matrix(Memory memory, int offset, int rows, int columns, int stride) {

        /** this = left right. */
        void product(final Matrix left, final Matrix right) {
            multiply(left, AS_IT_IS, right, 0);
        }

        /** this += left transposed(right). */
        void addProductWithTransposed(final Matrix left, final Matrix right) {
            multiply(left, TRANSPOSED, right, 1);
        }

        private void multiply(final Matrix left, final int rightForm, final Matrix right, final float keep) {
            if (columns == 1 && rightForm == AS_IT_IS) {
                multiplyVector(left, right);
                return;
            }
            openblas_nolapack.cblas_sgemm(
                    ROW_MAJOR,
                    AS_IT_IS,
                    rightForm,
                    rows,
                    columns,
                    left.columns,
                    1,
                    left.pointer(),
                    left.stride,
                    right.pointer(),
                    right.stride,
                    keep,
                    pointer(),
                    stride);
        }

        /** OpenBLAS is six times as fast when it knows that there is but one column. */
        private void multiplyVector(final Matrix left, final Matrix right) {
            openblas_nolapack.cblas_sgemv(
                    ROW_MAJOR,
                    AS_IT_IS,
                    left.rows,
                    left.columns,
                    1,
                    left.pointer(),
                    left.stride,
                    right.pointer(),
                    right.stride,
                    0,
                    pointer(),
                    stride);
        }

        private FloatPointer pointer() {
            return memory.pointer.position(offset);
        }
    }
}
