package org.rnn4knime.engine.encoding;

import java.util.Objects;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Steps;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Nominal values, as one-hot vectors or as indices of embeddings.
 *
 * @param column the name of the column
 * @param vocabulary the values of the training part
 * @param isEmbedded whether a vector is learned for each value
 * @param mostFrequent the index of the most frequent value, for values that are missing
 * @param missingValues whether the last known value takes the place of a missing one
 */
public record NominalEncoder(
        String column, Vocabulary vocabulary, boolean isEmbedded, int mostFrequent, MissingValues missingValues)
        implements FeatureEncoder {

    /** Refuses null. */
    public NominalEncoder {
        Objects.requireNonNull(column);
        Objects.requireNonNull(vocabulary);
        Objects.requireNonNull(missingValues);
    }

    @Override
    public InputKind kind() {
        return isEmbedded ? InputKind.INDEX : InputKind.ONE_HOT;
    }

    @Override
    public int width() {
        return isEmbedded ? vocabulary.size() + 1 : vocabulary.size();
    }

    @Override
    public float[] encode(final Column values, final Steps steps) {
        final var indices = indices(values, vocabulary);
        final var encoded = new float[indices.length];
        for (int sequence = 0; sequence < steps.sequences(); sequence++) {
            int last = mostFrequent;
            for (int step = steps.from(sequence); step < steps.to(sequence); step++) {
                if (indices[step] >= 0) {
                    last = missingValues == MissingValues.LAST ? indices[step] : mostFrequent;
                }
                encoded[step] = indices[step] >= 0 ? indices[step] : last;
            }
        }
        return encoded;
    }

    /** The index of each value; -1 where it is missing. */
    static int[] indices(final Column column, final Vocabulary vocabulary) {
        if (column instanceof TextColumn text) {
            final var translated = vocabulary.indices(text.dictionary());
            final var indices = new int[text.size()];
            for (int row = 0; row < indices.length; row++) {
                final var code = text.codes()[row];
                indices[row] = code < 0 ? -1 : translated[code];
            }
            return indices;
        }
        throw new UnusableDataException(
                "The column \"" + column.name() + "\" holds no text, but the model was trained with text in it.",
                "Convert the column before, or train a model on such a table.");
    }
}
