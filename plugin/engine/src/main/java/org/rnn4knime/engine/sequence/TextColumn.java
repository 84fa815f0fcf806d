package org.rnn4knime.engine.sequence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of text.
 *
 * @param name the column's name
 * @param values one value a row, empty where it is missing
 */
public record TextColumn(String name, List<Optional<String>> values) implements Column {

    /** Copies the list; refuses null. */
    public TextColumn {
        Objects.requireNonNull(name);
        values = List.copyOf(values);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Optional<String> text(final int row) {
        return values.get(row);
    }
}
