package org.rnn4knime.engine.network.kernel;

/**
 * Memory that something takes, in bytes.
 *
 * @param heap in arrays of Java
 * @param outside of the heap, in {@link Memory}
 */
public record MemoryUse(long heap, long outside) {

    /** Nothing. */
    public static final MemoryUse NONE = new MemoryUse(0, 0);

    /** An array's header, what fills its last word up, and the reference to it. */
    private static final int ARRAY = 24;

    /** Arrays on the heap. */
    public static MemoryUse arrays(final long count, final long floats) {
        return new MemoryUse(count * (ARRAY + floats * Float.BYTES), 0);
    }

    /** Values outside of the heap. */
    public static MemoryUse outside(final long floats) {
        return new MemoryUse(0, floats * Float.BYTES);
    }

    /** The arrays of a {@link Signal}. */
    public static MemoryUse signal(final int features, final int width, final int steps) {
        return arrays(steps, (long) features * width);
    }

    /** Both together. */
    public MemoryUse plus(final MemoryUse other) {
        return new MemoryUse(heap + other.heap, outside + other.outside);
    }

    /** As much as whichever takes more, on the heap and outside. */
    public MemoryUse max(final MemoryUse other) {
        return new MemoryUse(Math.max(heap, other.heap), Math.max(outside, other.outside));
    }

    /** The same several times. */
    public MemoryUse times(final long count) {
        return new MemoryUse(heap * count, outside * count);
    }

    /** Itself, or nothing. */
    public MemoryUse onlyIf(final boolean condition) {
        return condition ? this : NONE;
    }
}
