package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.optionalTexts;
import static org.rnn4knime.engine.Examples.text;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColumnTest {

    private static final Optional<String> MISSING = Optional.empty();

    private static BitSet rows(final int... rows) {
        final var set = new BitSet();
        Arrays.stream(rows).forEach(set::set);
        return set;
    }

    /** A column of lists of the elements that a column holds; a null list is missing. */
    private static ListColumn lists(final Column elements, final Integer... lengths) {
        final var offsets = new int[lengths.length + 1];
        final var missing = new BitSet();
        for (int row = 0; row < lengths.length; row++) {
            offsets[row + 1] = offsets[row] + Optional.ofNullable(lengths[row]).orElse(0);
            missing.set(row, lengths[row] == null);
        }
        return new ListColumn("lists", offsets, missing, elements);
    }

    private static int sum(final List<Integer> lengths) {
        return lengths.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Provide
    static Arbitrary<Column> columns() {
        final Arbitrary<Column> numbers = Arbitraries.of(1.0, 2.5, Double.NaN)
                .array(double[].class)
                .ofMaxSize(8)
                .map(values -> new NumberColumn("numbers", values));
        final Arbitrary<Column> texts = Arbitraries.of("a", "b", "c", "")
                .optional()
                .list()
                .ofMaxSize(8)
                .map(values -> TextColumn.of("texts", values));
        final Arbitrary<Column> times = Arbitraries.of(LocalDate.EPOCH, LocalDate.MAX)
                .map(Temporal.class::cast)
                .optional()
                .list()
                .ofMaxSize(8)
                .map(values -> new TimeColumn("times", values));
        final Arbitrary<Column> lists = Arbitraries.integers()
                .between(0, 7)
                .injectNull(0.2)
                .list()
                .ofMaxSize(8)
                .map(lengths -> lists(
                        numbers(
                                "elements",
                                IntStream.range(0, sum(lengths))
                                        .asDoubleStream()
                                        .toArray()),
                        lengths.toArray(Integer[]::new)));
        return Arbitraries.oneOf(numbers, texts, times, lists);
    }

    @Property(tries = 500)
    void gathersAnyRowsInAnyOrder(
            @ForAll("columns") final Column column, @ForAll final List<@IntRange(max = 1000) Integer> seeds) {
        final var rows = column.size() == 0
                ? new int[0]
                : seeds.stream().mapToInt(seed -> seed % column.size()).toArray();
        final var all = optionalTexts(column);

        final var gathered = column.gathered(rows);

        assertEquals(column.name(), gathered.name());
        assertEquals(Arrays.stream(rows).mapToObj(all::get).toList(), optionalTexts(gathered));
    }

    @Property(tries = 200)
    void isItselfWhereAllRowsAreGatheredAsTheyStand(@ForAll("columns") final Column column) {
        final var rows = IntStream.range(0, column.size()).toArray();

        assertSame(column, column.gathered(rows));
        if (column.size() > 1) {
            assertNotSame(column, column.gathered(Arrays.copyOf(rows, column.size() - 1)));
        }
    }

    @Property(tries = 200)
    void hasNoTextExactlyWhereAValueIsMissing(@ForAll("columns") final Column column) {
        for (int row = 0; row < column.size(); row++) {
            assertEquals(column.text(row).isEmpty(), column.isMissing(row));
        }
    }

    @Test
    void refusesToGatherRowsThatItLacks() {
        Stream.of(
                        numbers("n", 1, 2),
                        text("t", "a", "b"),
                        new TimeColumn("d", List.of(Optional.of(LocalDate.EPOCH))),
                        lists(numbers("n", 1), 1))
                .forEach(column -> assertThrows(
                        IndexOutOfBoundsException.class, () -> column.gathered(new int[] {column.size()})));
    }

    @Test
    void keepsEachDistinctTextOnceInTheOrderOfTheRows() {
        final var column = text("t", "b", null, "a", "b", "", "a");

        assertEquals(List.of("b", "a", ""), column.dictionary());
        assertArrayEquals(new int[] {0, -1, 1, 0, 2, 1}, column.codes());
        assertEquals(Optional.of("a"), column.text(2));
        assertEquals(MISSING, column.text(1));
    }

    @Test
    void sharesTheDictionaryWithWhatIsGathered() {
        final var column = text("t", "b", "a");

        assertSame(column.dictionary(), ((TextColumn) column.gathered(new int[] {1})).dictionary());
    }

    @Test
    void takesMoreRowsThanWereExpected() {
        final var values = IntStream.range(0, 1000)
                .mapToObj(row -> row % 7 == 0 ? MISSING : Optional.of("text " + row % 5))
                .toList();
        final var builder = TextColumn.builder("t", 0);
        values.forEach(builder::add);
        final var few = TextColumn.builder("t", 10);
        few.add(Optional.of("x"));

        assertEquals(values, optionalTexts(builder.build()));
        assertEquals(List.of(Optional.of("x")), optionalTexts(few.build()));
    }

    @Test
    void doesNotChangeAColumnThatIsBuiltWhenMoreIsAdded() {
        final var builder = TextColumn.builder("t", 1);
        builder.add(Optional.of("a"));
        final var before = builder.build();
        builder.add(Optional.of("b"));

        assertEquals(List.of(Optional.of("a")), optionalTexts(before));
        assertEquals(List.of("a"), before.dictionary());
        assertEquals(List.of("a", "b"), builder.build().dictionary());
    }

    @Test
    void refusesCodesThatTheDictionaryLacks() {
        assertThrows(IllegalArgumentException.class, () -> new TextColumn("t", new int[] {1}, List.of("a")));
        assertThrows(IllegalArgumentException.class, () -> new TextColumn("t", new int[] {-2}, List.of("a")));
    }

    @Test
    void tellsAMissingListFromAnEmptyOne() {
        final var column = lists(numbers("n", 1, 2, 3), 2, null, 0, 1);

        assertEquals(4, column.size());
        assertEquals(
                List.of(Optional.of("[1, 2]"), MISSING, Optional.of("[]"), Optional.of("[3]")), optionalTexts(column));
        assertTrue(column.isMissing(1));
        assertFalse(column.isMissing(2));
        assertEquals(2, column.from(3));
        assertEquals(3, column.to(3));
        assertEquals(0, column.length(1));
        assertThrows(IndexOutOfBoundsException.class, () -> column.isMissing(4));
    }

    @Test
    void shortensLongListsAndMarksMissingElements() {
        assertEquals(
                Optional.of("[1, ?, 3, 4, 5, …]"),
                lists(numbers("n", 1, Double.NaN, 3, 4, 5, 6), 6).text(0));
        assertEquals(
                Optional.of("[a, b, c, d, e]"),
                lists(text("t", "a", "b", "c", "d", "e"), 5).text(0));
    }

    @Test
    void refusesOffsetsThatDoNotShareOutTheElements() {
        final var three = numbers("n", 1, 2, 3);

        for (final var offsets : new int[][] {{}, {0}, {0, 2}, {0, 4}, {1, 3}, {0, 2, 1, 3}, {-1, 3}}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ListColumn("l", offsets, new BitSet(), three),
                    () -> Arrays.toString(offsets));
        }
        assertThrows(IllegalArgumentException.class, () -> new ListColumn("l", new int[] {0, 3}, rows(0), three));
        assertThrows(IllegalArgumentException.class, () -> new ListColumn("l", new int[] {0, 3}, rows(1), three));
        assertThrows(IllegalArgumentException.class, () -> lists(lists(three, 3), 1));
        assertEquals(0, new ListColumn("l", new int[] {0}, new BitSet(), numbers("n")).size());
    }

    @Test
    void refusesToGatherMoreElementsThanAColumnHolds() {
        final var column = lists(numbers("n", new double[1 << 16]), 1 << 16);
        final var message = assertThrows(UnusableDataException.class, () -> column.gathered(new int[1 << 15]))
                .getMessage();

        assertTrue(message.contains("\"lists\"") && message.contains("2147483647"), message);
    }
}
