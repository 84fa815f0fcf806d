package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * A row of floats outside of the heap, where matrix products read and write them. Pointwise arithmetic is done in arrays on the
 * heap, as Java vectorises nothing else, so blocks are copied to and fro, which costs little. Used by one thread; further threads
 * take a {@link #view}.
 */
final class Memory implements AutoCloseable {

    private static final int ROW_MAJOR = 101;

    private static final int AS_IT_IS = 111;

    private static final int TRANSPOSED = 112;

    private final FloatPointer pointer;

    private final FloatBuffer buffer;

    private Memory(final FloatPointer pointer, final FloatBuffer buffer) {
        this.pointer = pointer;
        this.buffer = buffer;
    }

    /**
     * Memory with anything in it.
     *
     * @throws ArithmeticException if these are more floats than Java can index
     */
    static Memory of(final long floats) {
        final var pointer = new FloatPointer((long) Math.toIntExact(floats));
        return new Memory(pointer, pointer.asBuffer());
    }

    /** The same memory for another thread; closing it frees nothing. */
    Memory view() {
        return new Memory(new FloatPointer(pointer), buffer);
    }

    /** The floats by absolute index, which many threads may do at once. */
    FloatBuffer floats() {
        return buffer;
    }

    void put(final int offset, final float[] from) {
        buffer.put(offset, from);
    }

    void get(final int offset, final float[] to) {
        buffer.get(offset, to);
    }

    void fill(final int offset, final int count, final float value) {
        for (int index = offset; index < offset + count; index++) {
            buffer.put(index, value);
        }
    }

    /** A matrix whose rows lie one behind the other, from an offset on. */
    Matrix matrix(final int rows, final int columns) {
        return new Matrix(this, rows, columns);
    }

    @Override
    public void close() {
        pointer.close();
    }

    /** The shape of a matrix that begins at any offset of the memory. */
    record Matrix(Memory memory, int rows, int columns) {

        /** this = left right, each from its offset on. */
        void product(final Matrix left, final Matrix right, final int rightOffset) {
            openblas_nolapack.cblas_sgemm(
                    ROW_MAJOR,
                    AS_IT_IS,
                    AS_IT_IS,
                    rows,
                    columns,
                    left.columns,
                    1,
                    left.at(0),
                    left.columns,
                    right.at(rightOffset),
                    right.columns,
                    0,
                    at(0),
                    columns);
        }

        /** These rows of this = the transposed columns of left of the same numbers, times right. */
        void productOfTransposed(final Matrix left, final Matrix right, final int firstRow, final int endRow) {
            openblas_nolapack.cblas_sgemm(
                    ROW_MAJOR,
                    TRANSPOSED,
                    AS_IT_IS,
                    endRow - firstRow,
                    columns,
                    left.rows,
                    1,
                    left.at(firstRow),
                    left.columns,
                    right.at(0),
                    right.columns,
                    0,
                    at(firstRow * columns),
                    columns);
        }

        /** this = left transposed(right), or that added to it. */
        void productWithTransposed(final Matrix left, final Matrix right, final int rightOffset, final boolean add) {
            openblas_nolapack.cblas_sgemm(
                    ROW_MAJOR,
                    AS_IT_IS,
                    TRANSPOSED,
                    rows,
                    columns,
                    left.columns,
                    1,
                    left.at(0),
                    left.columns,
                    right.at(rightOffset),
                    right.columns,
                    add ? 1 : 0,
                    at(0),
                    columns);
        }

        private FloatPointer at(final int offset) {
            return memory.pointer.position(offset);
        }
    }
}
