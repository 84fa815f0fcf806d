package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import java.util.List;

/** The vectors of an embedding, one behind the other. */
final class EmbeddingTable implements ParameterBlock {

    private final int categories;

    private final int size;

    /** Taken when there are parameters. */
    private float[] vectors = {};

    EmbeddingTable(final int categories, final int size) {
        this.categories = categories;
        this.size = size;
    }

    /** Where the vector of an index begins; refuses what is no index with an IllegalArgumentException. */
    int vector(final float index) {
        final var category = (int) index;
        if (category != index || category < 0 || category >= categories) {
            throw new IllegalArgumentException(
                    "An index of an embedded value must be from 0 to " + (categories - 1) + ", but is " + index + ".");
        }
        return category * size;
    }

    int size() {
        return size;
    }

    float[] vectors() {
        return vectors;
    }

    @Override
    public int parameters() {
        return Math.multiplyExact(categories, size);
    }

    @Override
    public int gradientSize() {
        return parameters();
    }

    @Override
    public MemoryUse memory() {
        return MemoryUse.arrays(1, parameters());
    }

    @Override
    public void load(final FloatBuffer parameters) {
        if (vectors.length == 0) {
            vectors = new float[parameters()];
        }
        parameters.get(0, vectors);
    }

    @Override
    public void unload(final List<Memory> gradients, final FloatBuffer to) {
        for (int index = 0; index < vectors.length; index++) {
            float sum = 0;
            for (final var gradient : gradients) {
                sum += gradient.floats().get(index);
            }
            to.put(index, sum);
        }
    }

    @Override
    public void close() {
        // It lies on the heap.
    }
}
