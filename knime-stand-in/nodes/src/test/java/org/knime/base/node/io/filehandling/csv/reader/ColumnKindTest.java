package org.knime.base.node.io.filehandling.csv.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;

class ColumnKindTest {

    private static final NumberStyle PLAIN = new NumberStyle('.', '\0');

    private static ColumnKind guess(final NumberStyle style, final String... values) {
        return ColumnKind.guess(Arrays.stream(values).map(Optional::ofNullable).toList(), style);
    }

    @Test
    void takesTheNarrowestTypeThatHoldsAllValues() {
        assertEquals(ColumnKind.INTEGER, guess(PLAIN, "1", "-2", "+3", "2147483647"));
        assertEquals(ColumnKind.LONG, guess(PLAIN, "1", "2147483648"));
        assertEquals(ColumnKind.DOUBLE, guess(PLAIN, "1", "2.5", "1e-3"));
        assertEquals(ColumnKind.TEXT, guess(PLAIN, "1", "two"));
    }

    @Test
    void takesAWholeNumberBeyondLongForADecimalOne() {
        assertEquals(ColumnKind.DOUBLE, guess(PLAIN, "9223372036854775808"));
        assertEquals(ColumnKind.LONG, guess(PLAIN, "9223372036854775807"));
    }

    @Test
    void takesIsoMonthsAndJavaLiteralsForText() {
        assertEquals(ColumnKind.TEXT, guess(PLAIN, "1949-01"));
        assertEquals(ColumnKind.TEXT, guess(PLAIN, "1d"));
        assertEquals(ColumnKind.TEXT, guess(PLAIN, "0x10"));
    }

    @Test
    void doesNotCountMissingValues() {
        assertEquals(ColumnKind.INTEGER, guess(PLAIN, null, "7", null));
        assertEquals(ColumnKind.TEXT, guess(PLAIN, null, null));
        assertEquals(ColumnKind.TEXT, guess(PLAIN));
    }

    @Test
    void readsNumbersAsTheFileWritesThem() {
        final var german = new NumberStyle(',', '.');
        assertEquals(ColumnKind.DOUBLE, guess(german, "1.234,5"));
        assertEquals(new DoubleCell(1234.5), ColumnKind.DOUBLE.cell("1.234,5", german));
        assertEquals(new LongCell(12345678901L), ColumnKind.LONG.cell("12.345.678.901", german));
    }
}
