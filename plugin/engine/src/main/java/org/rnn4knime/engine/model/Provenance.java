package org.rnn4knime.engine.model;

import java.util.Objects;

/**
 * Where a model comes from.
 *
 * @param extensionVersion the version of this extension
 * @param deeplearning4jVersion the version of Deeplearning4j
 * @param javaVersion the version of Java
 * @param createdAt the moment of creation, an instant in ISO form
 * @param seed the seed of the training
 * @param rows the rows of the training table
 * @param sequences the sequences in it
 * @param trainingWindows the windows that were learned from
 * @param validationWindows the windows that were held back
 */
public record Provenance(
        String extensionVersion,
        String deeplearning4jVersion,
        String javaVersion,
        String createdAt,
        long seed,
        int rows,
        int sequences,
        int trainingWindows,
        int validationWindows) {

    /** Refuses null. */
    public Provenance {
        Objects.requireNonNull(extensionVersion);
        Objects.requireNonNull(deeplearning4jVersion);
        Objects.requireNonNull(javaVersion);
        Objects.requireNonNull(createdAt);
    }
}
