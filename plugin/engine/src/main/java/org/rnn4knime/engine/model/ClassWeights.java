package org.rnn4knime.engine.model;

import java.util.Objects;

/**
 * How much each class counts in the loss.
 *
 * @param type how the weights are found
 * @param column the column of numbers that holds the weight of the class of each row; not read unless the type is COLUMN
 */
public record ClassWeights(ClassWeightType type, String column) {

    /** All classes count the same. */
    public static final ClassWeights NONE = new ClassWeights(ClassWeightType.NONE, "");

    /** Refuses null. */
    public ClassWeights {
        Objects.requireNonNull(type);
        Objects.requireNonNull(column);
    }
}
