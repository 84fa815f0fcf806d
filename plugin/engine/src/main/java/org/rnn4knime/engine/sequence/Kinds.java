package org.rnn4knime.engine.sequence;

/** Which columns a network can read. */
final class Kinds {

    private Kinds() {}

    /** Numbers and text; refuses all else. */
    static Column requireValues(final Column column) {
        if (column instanceof NumberColumn || column instanceof TextColumn) {
            return column;
        }
        throw new UnusableDataException(
                "The column \"" + column.name() + "\" holds "
                        + (column instanceof ListColumn ? "lists" : "dates or times")
                        + ", but numbers or text can be read.",
                column instanceof ListColumn
                        ? "Choose the data layout with list cells, or another column."
                        : "Extract numbers from it before, such as the month or the hour, or choose another column.");
    }

    /** Lists of numbers or text; refuses all else. */
    static ListColumn requireList(final Column column) {
        if (column instanceof ListColumn list) {
            requireValues(list.elements());
            return list;
        }
        throw new UnusableDataException(
                "The column \"" + column.name() + "\" holds no list cells, but the data layout needs them.",
                "Choose another column, or the data layout that fits the table.");
    }
}
