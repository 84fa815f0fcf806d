package org.knime.base.node.io.filehandling.csv.writer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/**
 * Turns names and cells into what Commons CSV prints: numbers, which it knows not to quote, text, and null for a
 * missing value, as its printer wants it.
 */
final class CsvCells {

    private final CsvWriterSettings.Layout m_layout;

    CsvCells(final CsvWriterSettings.Layout layout) {
        m_layout = layout;
    }

    /** The values of one line. */
    List<Object> values(final List<DataCell> cells) {
        final var values = new ArrayList<>();
        for (final var cell : cells) {
            values.add(cell.isMissing() ? null : value(cell));
        }
        return values;
    }

    /** Text that stands between two delimiters. */
    String text(final String text) {
        return m_layout.quotes() == CsvWriterSettings.Quotes.NEVER
                ? text.replace(m_layout.format().getDelimiterString(), m_layout.delimiterInText())
                : text;
    }

    private Object value(final DataCell cell) {
        if (cell instanceof IntValue number) {
            return number.getIntValue();
        }
        if (cell instanceof LongValue number) {
            return number.getLongValue();
        }
        if (cell instanceof DoubleValue number) {
            return decimal(number.getDoubleValue());
        }
        return text(cell.toString());
    }

    /** All digits of a number, so that the same value is read back. */
    private Number decimal(final double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return number;
        }
        final var digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return digits.setScale(Math.max(digits.scale(), m_layout.trailingZero() ? 1 : 0));
    }
}
