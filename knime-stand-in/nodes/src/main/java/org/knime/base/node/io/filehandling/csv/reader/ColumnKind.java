package org.knime.base.node.io.filehandling.csv.reader;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The types that KNIME's CSV Reader tells apart, the narrowest first. */
enum ColumnKind {
    /** Number (Integer). */
    INTEGER(IntCell.TYPE) {
        @Override
        boolean holds(final String value, final NumberStyle style) {
            return fits(value, style, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }

        @Override
        DataCell cell(final String value, final NumberStyle style) {
            return new IntCell(Integer.parseInt(style.normalize(value)));
        }
    },
    /** Number (Long). */
    LONG(LongCell.TYPE) {
        @Override
        boolean holds(final String value, final NumberStyle style) {
            return fits(value, style, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        @Override
        DataCell cell(final String value, final NumberStyle style) {
            return new LongCell(Long.parseLong(style.normalize(value)));
        }
    },
    /** Number (Float). */
    DOUBLE(DoubleCell.TYPE) {
        @Override
        boolean holds(final String value, final NumberStyle style) {
            return DECIMAL.matcher(style.normalize(value)).matches();
        }

        @Override
        DataCell cell(final String value, final NumberStyle style) {
            return new DoubleCell(Double.parseDouble(style.normalize(value)));
        }
    },
    /** String: whatever is no number. */
    TEXT(StringCell.TYPE) {
        @Override
        boolean holds(final String value, final NumberStyle style) {
            return true;
        }

        @Override
        DataCell cell(final String value, final NumberStyle style) {
            return new StringCell(value);
        }
    };

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,19}");

    // Double.parseDouble would also take "1d" and hexadecimal numbers, which are text in a table.
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final DataType m_type;

    ColumnKind(final DataType type) {
        m_type = type;
    }

    /** The KNIME type of such a column. */
    DataType type() {
        return m_type;
    }

    /** Whether such a column can hold the value. */
    abstract boolean holds(String value, NumberStyle style);

    /** The cell for a value that {@link #holds} accepts. */
    abstract DataCell cell(String value, NumberStyle style);

    /** The narrowest kind that holds all values; missing ones do not count, and nothing but missing ones is text. */
    static ColumnKind guess(final List<Optional<String>> values, final NumberStyle style) {
        final var present = values.stream().flatMap(Optional::stream).toList();
        if (present.isEmpty()) {
            return TEXT;
        }
        for (final var kind : values()) {
            if (present.stream().allMatch(value -> kind.holds(value, style))) {
                return kind;
            }
        }
        return TEXT;
    }

    private static boolean fits(final String value, final NumberStyle style, final long least, final long greatest) {
        final var number = style.normalize(value);
        if (!WHOLE.matcher(number).matches()) {
            return false;
        }
        try {
            final var parsed = Long.parseLong(number);
            return parsed >= least && parsed <= greatest;
        } catch (final NumberFormatException tooLarge) {
            return false;
        }
    }
}
