package org.rnn4knime.nodes.table;

import java.util.Arrays;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.NumberColumn;

/** Numbers, and Booleans as 0 and 1; missing cells become NaN. */
final class NumberBuilder implements ColumnBuilder {

    private static final int LEAST_GROWTH = 16;

    /** What an array can hold anywhere. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final String m_name;

    private double[] m_values;

    private int m_size;

    /** @param rows how many there will be; an estimate will do */
    NumberBuilder(final String name, final int rows) {
        m_name = name;
        m_values = new double[rows];
    }

    @Override
    public void add(final DataCell cell) {
        if (m_size == m_values.length) {
            m_values = Arrays.copyOf(m_values, (int) Math.min(MOST, m_size + Math.max(m_size / 2L, LEAST_GROWTH)));
        }
        m_values[m_size] = cell instanceof DoubleValue number ? number.getDoubleValue() : Double.NaN;
        m_size++;
    }

    @Override
    public Column build() {
        return new NumberColumn(m_name, m_size == m_values.length ? m_values : Arrays.copyOf(m_values, m_size));
    }
}
