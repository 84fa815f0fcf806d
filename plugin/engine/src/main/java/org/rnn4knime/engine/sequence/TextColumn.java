package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of text: each distinct value is kept once, and a row is a number.
 *
 * @param name the column's name
 * @param codes where each row's value lies in the dictionary, -1 where it is missing; not copied, so leave it unchanged
 * @param dictionary each distinct value once, in the order in which they come up first; a column that was gathered from
 *     another shares its dictionary, so that values may stand in another order there, or be in no row
 */
public record TextColumn(String name, int[] codes, List<String> dictionary) implements Column {

    private static final int MISSING = -1;

    /** Refuses null and codes that the dictionary lacks. */
    public TextColumn {
        Objects.requireNonNull(name);
        dictionary = List.copyOf(dictionary);
        for (final int code : codes) {
            if (code < MISSING || code >= dictionary.size()) {
                throw new IllegalArgumentException("Column \"" + name + "\": a code of " + code + " with "
                        + dictionary.size() + " distinct values");
            }
        }
    }

    /** A column of these values, one a row, empty where it is missing. */
    public static TextColumn of(final String name, final List<Optional<String>> values) {
        final var builder = builder(name, values.size());
        values.forEach(builder::add);
        return builder.build();
    }

    /**
     * Collects the rows of a column one after the other.
     *
     * @param rows how many there will be; an estimate will do
     */
    public static Builder builder(final String name, final int rows) {
        return new Builder(name, rows);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return codes[row] == MISSING;
    }

    @Override
    public Optional<String> text(final int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(dictionary.get(codes[row]));
    }

    @Override
    public Column gathered(final int[] rows) {
        if (RowSelection.isEverything(rows, codes.length)) {
            return this;
        }
        final var chosen = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            chosen[row] = codes[rows[row]];
        }
        return new TextColumn(name, chosen, dictionary);
    }

    /** Collects rows; for one thread at a time. */
    public static final class Builder {

        private static final int LEAST_GROWTH = 16;

        private final String name;

        private final List<String> dictionary = new ArrayList<>();

        private final Map<String, Integer> codesByValue = new HashMap<>();

        private int[] codes;

        private int size;

        private Builder(final String name, final int rows) {
            this.name = name;
            this.codes = new int[rows];
        }

        /** Takes the value of the next row, empty where it is missing. */
        public void add(final Optional<String> value) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, Math.addExact(size, Math.max(size / 2, LEAST_GROWTH)));
            }
            codes[size] = value.isPresent() ? code(value.get()) : MISSING;
            size++;
        }

        private int code(final String value) {
            final int next = dictionary.size();
            final var known = codesByValue.putIfAbsent(value, next);
            if (known != null) {
                return known;
            }
            dictionary.add(value);
            return next;
        }

        /** The column of the rows so far. */
        public TextColumn build() {
            return new TextColumn(name, size == codes.length ? codes : Arrays.copyOf(codes, size), dictionary);
        }
    }
}
