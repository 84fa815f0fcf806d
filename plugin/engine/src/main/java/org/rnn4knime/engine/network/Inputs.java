package org.rnn4knime.engine.network;

import java.util.List;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * What a network reads at each step: first numbers, then an index for each embedding.
 *
 * @param numbers features that are read as they are
 * @param embeddings features that are indices
 */
public record Inputs(int numbers, List<Embedding> embeddings) {

    /** The most features of either kind. */
    public static final int MOST = 1 << 16;

    /** Copies the list; refuses to read nothing with an IllegalArgumentException. */
    public Inputs {
        embeddings = List.copyOf(embeddings);
        SettingRange.requireBetween("Features", (long) numbers + embeddings.size(), 1, MOST);
    }

    /** Numbers alone. */
    public static Inputs numbers(final int numbers) {
        return new Inputs(numbers, List.of());
    }

    /** The values of a step, as a batch has them. */
    public int features() {
        return numbers + embeddings.size();
    }

    /** The values of a step once the indices are replaced by their vectors. */
    public int embeddedFeatures() {
        return numbers + embeddings.stream().mapToInt(Embedding::size).sum();
    }
}
