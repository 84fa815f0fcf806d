package org.knime.base.node.preproc.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSelectionTest {

    @Test
    void takesTheFirstRows() {
        assertEquals("{0, 1, 2}", RowSelection.first(3).toString());
        assertEquals("{}", RowSelection.first(0).toString());
    }

    @Test
    void takesFirstAndLastRowWhenLinear() {
        assertEquals("{0, 5, 9}", RowSelection.linear(10, 3).toString());
        assertEquals("{0}", RowSelection.linear(10, 1).toString());
        assertEquals(10, RowSelection.linear(10, 10).cardinality());
        assertEquals(0, RowSelection.linear(10, 0).cardinality());
    }

    @Test
    void drawsTheSameRowsWithTheSameSeed() {
        final var drawn = RowSelection.random(100, 40, new Random(7));
        assertEquals(40, drawn.cardinality());
        assertEquals(drawn, RowSelection.random(100, 40, new Random(7)));
        assertNotEquals(drawn, RowSelection.random(100, 40, new Random(8)));
    }

    @Test
    void keepsTheSharesOfTheClasses() {
        final List<String> classes = IntStream.range(0, 100)
                .mapToObj(row -> row % 4 == 0 ? "rare" : "common")
                .toList();
        final var drawn = RowSelection.stratified(classes, 40, new Random(7));
        assertEquals(40, drawn.cardinality());
        assertEquals(10, drawn.stream().filter(row -> row % 4 == 0).count());
    }

    @Test
    void givesTheRemainingRowsToTheClassesThatAreShortOfThem() {
        final var drawn = RowSelection.stratified(List.of("a", "a", "a", "b", "b"), 3, new Random(7));
        assertEquals(3, drawn.cardinality());
        assertEquals(2, drawn.stream().filter(row -> row < 3).count());
    }
}
