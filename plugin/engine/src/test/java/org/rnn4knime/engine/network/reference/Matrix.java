package org.rnn4knime.engine.network.reference;

import java.util.List;

/**
 * Weights, a column for each value that they compute.
 *
 * @param columns each as long as the vector that is multiplied
 */
record Matrix(List<Vector> columns) {

    Vector column(final int index) {
        return columns.get(index);
    }

    /** The product of each column and a vector. */
    Vector times(final Vector vector) {
        return Vector.computed(columns.size(), index -> column(index).dot(vector));
    }
}
