package org.rnn4knime.engine.sequence;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A column of lists of any lengths: their elements stand one after the other in a column of their own.
 *
 * @param name the column's name
 * @param offsets where each row's list begins in the elements, and after the last row their number: one entry more than
 *     there are rows; not copied, so leave it unchanged
 * @param missing the rows that have no list, which is not the same as an empty one; not copied, so leave it unchanged
 * @param elements numbers, text, or dates and times; elements may be missing too
 */
public record ListColumn(String name, int[] offsets, BitSet missing, Column elements) implements Column {

    private static final int MOST_SHOWN = 5;

    /** Refuses null, lists of lists, offsets that do not share out all the elements in order, and a missing list with elements. */
    public ListColumn {
        Objects.requireNonNull(name);
        if (elements instanceof ListColumn) {
            throw new IllegalArgumentException("Column \"" + name + "\" holds lists of lists.");
        }
        if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != elements.size()) {
            throw new IllegalArgumentException(
                    "Column \"" + name + "\": the offsets do not run from 0 to the " + elements.size() + " elements");
        }
        for (int row = 1; row < offsets.length; row++) {
            final int length = offsets[row] - offsets[row - 1];
            if (length < 0 || length > 0 && missing.get(row - 1)) {
                throw new IllegalArgumentException("Column \"" + name + "\": a list of " + length + " elements in row "
                        + (row - 1) + (length < 0 ? "" : ", which is missing"));
            }
        }
        if (missing.length() >= offsets.length) {
            throw new IllegalArgumentException("Column \"" + name + "\": row " + (missing.length() - 1)
                    + " is missing, but there are " + (offsets.length - 1));
        }
    }

    @Override
    public int size() {
        return offsets.length - 1;
    }

    @Override
    public boolean isMissing(final int row) {
        return missing.get(Objects.checkIndex(row, size()));
    }

    /** The first element of a row's list. */
    public int from(final int row) {
        return offsets[row];
    }

    /** The element after the last of a row's list. */
    public int to(final int row) {
        return offsets[row + 1];
    }

    /** The number of elements of a row's list; 0 where it is missing. */
    public int length(final int row) {
        return to(row) - from(row);
    }

    /** The first elements of a row as a user would write them, such as "[1, ?, 3]"; a missing element is a question mark. */
    @Override
    public Optional<String> text(final int row) {
        if (isMissing(row)) {
            return Optional.empty();
        }
        final var text = new StringJoiner(", ", "[", "]");
        final int shown = Math.min(length(row), MOST_SHOWN);
        for (int element = from(row); element < from(row) + shown; element++) {
            text.add(elements.text(element).orElse("?"));
        }
        if (shown < length(row)) {
            text.add("…");
        }
        return Optional.of(text.toString());
    }

    /**
     * @return this column itself if these are all its rows as they stand
     * @throws UnusableDataException if rows that come more than once make more elements than a column can hold
     */
    @Override
    public Column gathered(final int[] rows) {
        if (RowSelection.isEverything(rows, size())) {
            return this;
        }
        final var begins = new int[rows.length + 1];
        final var absent = new BitSet(rows.length);
        for (int row = 0; row < rows.length; row++) {
            begins[row + 1] = sum(begins[row], length(rows[row]));
            absent.set(row, isMissing(rows[row]));
        }
        final var chosen = new int[begins[rows.length]];
        for (int row = 0; row < rows.length; row++) {
            final int shift = from(rows[row]) - begins[row];
            for (int element = begins[row]; element < begins[row + 1]; element++) {
                chosen[element] = element + shift;
            }
        }
        return new ListColumn(name, begins, absent, elements.gathered(chosen));
    }

    private int sum(final int soFar, final int more) {
        if (soFar > Integer.MAX_VALUE - more) {
            throw new UnusableDataException(
                    "The lists of the column \"" + name + "\" have more than " + Integer.MAX_VALUE
                            + " elements in all.",
                    "Use fewer rows or shorter lists.");
        }
        return soFar + more;
    }
}
