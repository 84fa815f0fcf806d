package org.rnn4knime.engine.encoding;

import java.util.List;
import java.util.Objects;
import org.rnn4knime.engine.sequence.Column;

/**
 * Classes, of which a network writes the probabilities.
 *
 * @param column the name of the column
 * @param vocabulary the classes of the training part
 * @param hasUnknown whether "none of them" is a class too, the first one: so it is where the next symbol is predicted
 */
public record ClassTarget(String column, Vocabulary vocabulary, boolean hasUnknown) implements TargetEncoder {

    /** Refuses null. */
    public ClassTarget {
        Objects.requireNonNull(column);
        Objects.requireNonNull(vocabulary);
    }

    @Override
    public int firstStep() {
        return 0;
    }

    /** The number of probabilities. */
    public int classes() {
        return vocabulary.size() + first();
    }

    /** The place of the first known class. */
    public int first() {
        return hasUnknown ? 1 : 0;
    }

    /** The known classes in the order of their places, from {@link #first()} on. */
    public List<String> names() {
        return vocabulary.values();
    }

    /** The index of the most probable one of a range: from (inclusive) to (exclusive); of two as probable, the first. */
    public static int mostProbable(final float[] probabilities, final int from, final int to) {
        int best = from;
        for (int index = from + 1; index < to; index++) {
            if (probabilities[index] > probabilities[best]) {
                best = index;
            }
        }
        return best;
    }

    /** The place of each class, NaN for one that is missing, or unknown where that is no class. */
    @Override
    public float[] encode(final Column values) {
        final var indices = NominalEncoder.indices(values, vocabulary);
        final var encoded = new float[indices.length];
        for (int row = 0; row < encoded.length; row++) {
            final var place = indices[row] - 1 + first();
            encoded[row] = indices[row] < 0 || place < 0 ? Float.NaN : place;
        }
        return encoded;
    }
}
