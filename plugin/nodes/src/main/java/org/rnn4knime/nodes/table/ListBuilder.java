package org.rnn4knime.nodes.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.knime.core.data.DataCell;
import org.knime.core.data.collection.ListDataValue;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** Lists of any lengths, whose elements stand one after the other; a missing list is told from an empty one. */
final class ListBuilder implements ColumnBuilder {

    /** What an array can hold anywhere. */
    private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private final String m_name;

    private final int[] m_offsets;

    private final BitSet m_missing = new BitSet();

    private final ColumnBuilder m_elements;

    private int m_size;

    /**
     * @param rows how many there will be at the most
     * @param isText whether the elements are text, otherwise they are numbers
     */
    ListBuilder(final String name, final int rows, final boolean isText) {
        m_name = name;
        m_offsets = new int[rows + 1];
        m_elements = isText ? new Texts(name, rows) : new NumberBuilder(name, rows);
    }

    @Override
    public void add(final DataCell cell) {
        int length = 0;
        if (cell instanceof ListDataValue list) {
            length = list.size();
            requireRoom(length);
            list.forEach(m_elements::add);
        } else {
            m_missing.set(m_size);
        }
        m_offsets[m_size + 1] = m_offsets[m_size] + length;
        m_size++;
    }

    private void requireRoom(final int more) {
        if (more > MOST_ELEMENTS - m_offsets[m_size]) {
            throw new UnusableDataException(
                    String.format(
                            Locale.ROOT,
                            "The lists of the column \"%s\" have more than %,d elements in all.",
                            m_name,
                            MOST_ELEMENTS),
                    "Use fewer rows or shorter lists.");
        }
    }

    @Override
    public Column build() {
        final var offsets = m_size + 1 == m_offsets.length ? m_offsets : Arrays.copyOf(m_offsets, m_size + 1);
        return new ListColumn(m_name, offsets, m_missing, m_elements.build());
    }
}
