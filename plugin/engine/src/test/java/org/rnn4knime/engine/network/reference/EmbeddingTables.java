package org.rnn4knime.engine.network.reference;

import java.util.ArrayList;
import java.util.List;
import org.rnn4knime.engine.network.Inputs;

/** Puts vectors in the place of indices: the numbers of a step stay, then come the vectors of each embedding. */
final class EmbeddingTables {

    private final int numbers;

    private final List<Matrix> tables;

    EmbeddingTables(final ParameterReader reader, final Inputs inputs) {
        reader.begin("embedding %s");
        numbers = inputs.numbers();
        tables = new ArrayList<>();
        for (final var embedding : inputs.embeddings()) {
            tables.add(reader.matrix(String.valueOf(tables.size() + 1), embedding.size(), embedding.categories()));
        }
    }

    /** The features of a step. */
    Vector of(final Vector step) {
        var features = step.part(0, numbers);
        for (int index = 0; index < tables.size(); index++) {
            final var category = (int) step.get(numbers + index).value();
            features = features.then(tables.get(index).column(category));
        }
        return features;
    }
}
