package org.rnn4knime.engine.encoding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * The known values of a nominal column or symbols of a text. Their indices count from 1 on; {@link #UNKNOWN} stands for all others.
 *
 * @param values in alphabetical order, which is that of Unicode
 */
public record Vocabulary(List<String> values) {

    /** The index of every value that is not known. */
    public static final int UNKNOWN = 0;

    /** Copies the list; refuses more values than there may be. */
    public Vocabulary {
        values = List.copyOf(values);
        SettingRange.requireBetween(
                "The number of different values", values.size(), 0, VocabularySettings.LARGEST + 1L);
    }

    /**
     * Fits a vocabulary. The boundary of texts is always known, beyond any limit: without it no text begins or ends.
     *
     * @param counts how often each value is in the training part
     */
    static Vocabulary fit(final VocabularySettings settings, final Map<String, Integer> counts) {
        final var byFrequency = Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
        final var boundary = Stream.of(Boundary.SYMBOL).filter(counts::containsKey);
        final var others = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Boundary.SYMBOL))
                .filter(entry -> entry.getValue() >= settings.minimumCount())
                .sorted(byFrequency)
                .limit(settings.maximumSize().orElse(VocabularySettings.LARGEST))
                .map(Map.Entry::getKey);
        return new Vocabulary(Stream.concat(boundary, others).sorted().toList());
    }

    /** The number of known values. */
    public int size() {
        return values.size();
    }

    /** The index of each of some values. */
    public int[] indices(final List<String> some) {
        final var known = new HashMap<String, Integer>();
        IntStream.range(0, values.size()).forEach(index -> known.put(values.get(index), index + 1));
        return some.stream()
                .mapToInt(value -> known.getOrDefault(value, UNKNOWN))
                .toArray();
    }

    /** The value of an index from 1 on. */
    public String value(final int index) {
        return values.get(index - 1);
    }
}
