package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4knime.nodes.testing.TestCells.NUMBERS;
import static org.rnn4knime.nodes.testing.TestCells.TEXTS;
import static org.rnn4knime.nodes.testing.TestCells.TRUTHS;
import static org.rnn4knime.nodes.testing.TestCells.missing;
import static org.rnn4knime.nodes.testing.TestCells.number;
import static org.rnn4knime.nodes.testing.TestCells.numbers;
import static org.rnn4knime.nodes.testing.TestCells.text;
import static org.rnn4knime.nodes.testing.TestCells.texts;
import static org.rnn4knime.nodes.testing.TestCells.truth;
import static org.rnn4knime.nodes.testing.TestCells.truths;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ListColumn;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.UnusableDataException;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;

class TableReaderKindsTest {

    private static final DataSettings STEPS =
            SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "y", "x").data();

    private static final DataSettings LISTS =
            SmallModel.of(SequenceLayout.LISTS, Scope.STEP, "y", "x").data();

    @Test
    void readsBooleansAsNumbersWhereTheyAreRead() throws CanceledExecutionException {
        final var x = read(
                        TestTable.column("x", BooleanCell.TYPE)
                                .row(truth(true))
                                .row(missing())
                                .row(truth(false)),
                        STEPS)
                .column("x");

        assertArrayEquals(new double[] {1, Double.NaN, 0}, ((NumberColumn) x).values());
    }

    @Test
    void readsBooleansAsClassesWhereTheyArePredicted() throws CanceledExecutionException {
        final var y = read(
                        TestTable.column("y", BooleanCell.TYPE)
                                .row(truth(true))
                                .row(missing())
                                .row(truth(false)),
                        STEPS)
                .column("y");

        assertInstanceOf(TextColumn.class, y);
        assertEquals(List.of("true", "?", "false"), values(y));
    }

    @Test
    void readsBooleansAsClassesInStepColumnsThatForecastThemselves() throws CanceledExecutionException {
        final var data = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "a1", "b1", "a2", "b2")
                .featuresPerStep(2)
                .data();
        final var table = TestTable.column("a1", BooleanCell.TYPE)
                .and("b1", BooleanCell.TYPE)
                .and("a2", BooleanCell.TYPE)
                .and("b2", BooleanCell.TYPE)
                .row(truth(true), truth(true), truth(false), truth(false));

        final var read = read(table, data);

        assertEquals(Optional.of("false"), read.column("a2").text(0));
        assertEquals(Optional.of("0"), read.column("b2").text(0));
    }

    @Test
    void readsBooleansAndOtherValuesAsIds() throws CanceledExecutionException {
        final var data = SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "y", "x")
                .by("flag", "list", "number")
                .data();
        final var table = TestTable.column("flag", BooleanCell.TYPE)
                .and("list", NUMBERS)
                .and("number", DoubleCell.TYPE)
                .row(truth(true), numbers(1, 2), number(3));

        final var read = read(table, data);

        assertEquals(Optional.of("true"), read.column("flag").text(0));
        assertEquals(Optional.of("[1.0, 2.0]"), read.column("list").text(0));
        assertEquals(Optional.of("3"), read.column("number").text(0));
    }

    @Test
    void readsEachDistinctTextOnce() throws CanceledExecutionException {
        final var x = (TextColumn) read(
                        TestTable.column("x", StringCell.TYPE)
                                .row(text("b"))
                                .row(text("a"))
                                .row(text("b")),
                        STEPS)
                .column("x");

        assertEquals(List.of("b", "a"), x.dictionary());
    }

    @Test
    void readsListsOfNumbersWithWhateverIsMissing() throws CanceledExecutionException {
        final var x = list(
                TestTable.column("x", NUMBERS)
                        .row(numbers(1, Double.NaN, 3))
                        .row(missing())
                        .row(numbers())
                        .row(numbers(4)),
                "x");

        assertArrayEquals(new int[] {0, 3, 3, 3, 4}, x.offsets());
        assertEquals(
                List.of(false, true, false, false),
                IntStream.range(0, 4).mapToObj(x::isMissing).toList());
        assertArrayEquals(new double[] {1, Double.NaN, 3, 4}, ((NumberColumn) x.elements()).values());
    }

    @Test
    void readsListsThatHoldMoreElementsThanThereAreRows() throws CanceledExecutionException {
        final var table = TestTable.column("x", NUMBERS);
        for (var row = 0; row < 3; row++) {
            table.row(numbers(IntStream.range(0, 100).asDoubleStream().toArray()));
        }

        final var x = list(table, "x");

        assertEquals(300, x.elements().size());
        assertEquals(Optional.of("99"), x.elements().text(299));
    }

    @Test
    void readsListsOfTextAndOfBooleans() throws CanceledExecutionException {
        final var text = list(TestTable.column("x", TEXTS).row(texts("a", "?", "b")), "x");
        final var feature = list(TestTable.column("x", TRUTHS).row(truths("tf?")), "x");
        final var target = list(TestTable.column("y", TRUTHS).row(truths("tf?")), "y");

        assertEquals(List.of("a", "?", "b"), values(text.elements()));
        assertEquals(List.of("1", "0", "?"), values(feature.elements()));
        assertEquals(List.of("true", "false", "?"), values(target.elements()));
    }

    @Test
    void readsListsOfWholeNumbers() throws CanceledExecutionException {
        final var longs = ListCell.getCollectionType(LongCell.TYPE);
        final var table = TestTable.column("x", longs)
                .row(CollectionCellFactory.createListCell(List.of(new LongCell(7), new LongCell(8))));

        assertEquals(List.of("7", "8"), values(list(table, "x").elements()));
    }

    @Test
    void readsAnEmptyTableOfLists() throws CanceledExecutionException {
        assertEquals(0, list(TestTable.column("x", NUMBERS), "x").size());
    }

    @Test
    void saysWhyItCannotReadASet() {
        final var set = CollectionCellFactory.createSetCell(List.of(new DoubleCell(1)));
        final var table = TestTable.column("x", set.getType()).row(set);

        assertEquals(
                "The column \"x\" holds sets, whose values have no order, but numbers, Booleans, text and lists of these"
                        + " can be read. Make lists of its values before, or choose another column.",
                assertThrows(UnusableDataException.class, () -> read(table, LISTS))
                        .getMessage());
    }

    @Test
    void saysWhyItCannotReadListsOfDates() {
        final var date = LocalDateCellFactory.create(LocalDate.EPOCH);
        final var list = CollectionCellFactory.createListCell(List.of(date));
        final var table = TestTable.column("x", list.getType()).row(list);

        assertEquals(
                "The column \"x\" holds lists of values that are no numbers, Booleans or text, but numbers, Booleans, text"
                        + " and lists of these can be read. Convert the column before, or choose another one.",
                assertThrows(UnusableDataException.class, () -> read(table, LISTS))
                        .getMessage());
    }

    private static List<String> values(final Column column) {
        return IntStream.range(0, column.size())
                .mapToObj(row -> column.text(row).orElse("?"))
                .toList();
    }

    private static ListColumn list(final TestTable table, final String column) throws CanceledExecutionException {
        return (ListColumn) read(table, LISTS).column(column);
    }

    private static Table read(final TestTable table, final DataSettings data) throws CanceledExecutionException {
        return TableReader.read(table.create(), data, new ExecutionMonitor());
    }
}
