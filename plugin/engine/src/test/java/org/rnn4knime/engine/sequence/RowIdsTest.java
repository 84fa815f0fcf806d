package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowIdsTest {

    private static RowIds rowIds(final List<String> names) {
        final var builder = RowIds.builder();
        names.forEach(builder::add);
        return builder.build();
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\uD7FF')
                .withChars("\uE000\uFFFF")
                .ofMaxLength(20)
                .map(name -> name + "\uD83D\uDE42".repeat(name.length() % 3));
    }

    @Property(tries = 200)
    void givesBackWhatItWasGiven(@ForAll @Size(max = 30) final List<@From("names") String> names) {
        assertEquals(names, rowIds(names));
    }

    @Test
    void givesBackManyNamesOfAnyLength() {
        final var names = IntStream.range(0, 5000)
                .mapToObj(row -> row % 1000 == 3 ? "ü".repeat(40 * row) : "Row" + row)
                .toList();
        final var rowIds = rowIds(names);

        assertEquals(names, rowIds);
        assertEquals(names.hashCode(), rowIds.hashCode());
        assertEquals("Row4999", rowIds.get(4999));
        assertThrows(IndexOutOfBoundsException.class, () -> rowIds.get(5000));
        assertThrows(IndexOutOfBoundsException.class, () -> rowIds.get(-1));
    }

    @Test
    void holdsFullBlocksOnly() {
        final var names = IntStream.range(0, 2048).mapToObj(Integer::toString).toList();

        assertEquals(names, rowIds(names));
        assertEquals(List.of(), rowIds(List.of()));
    }

    @Test
    void doesNotChangeWhenMoreIsAddedToItsBuilder() {
        final var builder = RowIds.builder();
        builder.add("a");
        final var before = builder.build();
        IntStream.range(0, 3000).forEach(row -> builder.add("b"));

        assertEquals(List.of("a"), before);
        assertEquals(3001, builder.build().size());
        assertEquals("b", builder.build().get(3000));
    }

    @Test
    void cannotBeChanged() {
        final var rowIds = rowIds(List.of("a"));

        assertThrows(UnsupportedOperationException.class, () -> rowIds.set(0, "b"));
        assertThrows(UnsupportedOperationException.class, () -> rowIds.add("b"));
        assertThrows(UnsupportedOperationException.class, rowIds::clear);
    }

    @Test
    void replacesHalfASurrogatePair() {
        assertEquals(List.of("a?"), rowIds(List.of("a\uD83D")));
    }

    @Test
    void refusesANameThatIsTooLong() {
        final var longest = "x".repeat(1 << 20);
        final var message = assertThrows(UnusableDataException.class, () -> rowIds(List.of(longest + "x")))
                .getMessage();

        assertTrue(message.contains("1048577"), message);
        assertEquals(List.of(longest, "a"), rowIds(List.of(longest, "a")));
    }

    @Test
    void numbersRows() {
        assertEquals(List.of("Row0", "Row1", "Row2"), RowIds.numbered("Row", 3));
        assertEquals("Row1999999999", RowIds.numbered("Row", 2_000_000_000).get(1_999_999_999));
        assertEquals(List.of(), RowIds.numbered("Row", 0));
        assertThrows(IllegalArgumentException.class, () -> RowIds.numbered("Row", -1));
    }

    @Test
    void isKeptByATableThatCopiesOtherLists() {
        final var rowIds = rowIds(List.of("a", "b"));
        final var others = new ArrayList<>(rowIds);

        assertSame(rowIds, new Table(rowIds, List.of()).rowIds());
        assertNotSame(others, new Table(others, List.of()).rowIds());
        assertEquals(rowIds, new Table(others, List.of()).rowIds());
    }
}
