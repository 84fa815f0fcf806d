package org.rnn4knime.nodes.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.nodes.testing.TestCells.NUMBERS;
import static org.rnn4knime.nodes.testing.TestCells.TEXTS;
import static org.rnn4knime.nodes.testing.TestCells.TRUTHS;
import static org.rnn4knime.nodes.testing.TestCells.elements;
import static org.rnn4knime.nodes.testing.TestCells.missing;
import static org.rnn4knime.nodes.testing.TestCells.number;
import static org.rnn4knime.nodes.testing.TestCells.numbers;
import static org.rnn4knime.nodes.testing.TestCells.text;
import static org.rnn4knime.nodes.testing.TestCells.texts;
import static org.rnn4knime.nodes.testing.TestCells.truths;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;

/** Tables with one row a sequence whose time steps lie in list cells, in columns or in text. */
class PredictedListsTest {

    private static final double GAP = Double.NaN;

    private static TestTable lists() {
        return TestTable.column("x", NUMBERS)
                .and("letters", TEXTS)
                .and("flags", TRUTHS)
                .and("kind", StringCell.TYPE);
    }

    private static TestTable someLists() {
        return lists().row(numbers(1, 2, 3), texts("a", "b", "a"), truths("tft"), text("odd"))
                .row(numbers(4, 5), texts("b", "b"), truths("ff"), text("even"))
                .row(numbers(6), texts("a"), truths("t"), text("odd"));
    }

    private static SmallModel listModel(final Scope predict, final String target, final String... features) {
        return SmallModel.of(SequenceLayout.LISTS, predict, target, features)
                .with(MissingValues.SKIP, UnknownValues.NO_PREDICTION);
    }

    private static List<Integer> lengths(final List<DataCell> lists) {
        return lists.stream()
                .map(list -> list.isMissing() ? -1 : elements(list).size())
                .toList();
    }

    @Test
    void ofListsAreListsOfTheSameLength() {
        final var model = listModel(Scope.STEP, "letters", "x", "flags").train(someLists());
        final var table = someLists()
                .row(numbers(), texts(), truths(""), text("none"))
                .row(missing(), missing(), missing(), missing());

        final var node = PredictorNode.predict(model, table);

        final var predictions = node.cells("Prediction (letters)");
        assertEquals(List.of(3, 2, 1, 0, -1), lengths(predictions));
        assertTrue(List.of("a", "b").containsAll(elements(predictions.get(0))), predictions::toString);
        assertEquals(
                TEXTS,
                node.node()
                        .table(0)
                        .getDataTableSpec()
                        .getColumnSpec("Prediction (letters)")
                        .getType());
        assertEquals(List.of("Accuracy", "Log loss"), node.metrics());
        assertEquals(
                "2 of 5 sequences have no time step without missing values and are left out.",
                node.node().message());
    }

    @Test
    void ofListsOfNumbersAndBooleansAreOfTheirKind() {
        final var table = someLists();
        final var numbers = listModel(Scope.STEP, "x", "letters").train(table);
        final var flags = listModel(Scope.STEP, "flags", "x").train(table);

        final var predicted = PredictorNode.predict(numbers, table);
        final var flagged = PredictorNode.predict(flags, table);

        assertEquals(List.of(3, 2, 1), lengths(predicted.cells("Prediction (x)")));
        assertEquals(List.of(3, 2, 1), lengths(flagged.cells("Prediction (flags)")));
        assertEquals(NUMBERS, type(predicted, "Prediction (x)"));
        assertEquals(TRUTHS, type(flagged, "Prediction (flags)"));
        assertEquals(List.of("MAE", "RMSE"), predicted.metrics());
    }

    private static Object type(final PredictorNode node, final String column) {
        return node.node().table(0).getDataTableSpec().getColumnSpec(column).getType();
    }

    @Test
    void ofElementsThatAreSkippedAreMissing() {
        final var model = listModel(Scope.STEP, "letters", "x").train(someLists());
        final var table = TestTable.column("x", NUMBERS).row(numbers(1, GAP, 3));

        final var node = PredictorNode.predict(model, table);

        final var elements = elements(node.cells("Prediction (letters)").get(0));
        assertEquals("?", elements.get(1));
        assertFalse(elements.get(0).equals("?") || elements.get(2).equals("?"));
    }

    @Test
    void ofOneValueAListAreOneARow() {
        final var model = listModel(Scope.SEQUENCE, "kind", "x", "letters").train(someLists());
        final var table = someLists().row(missing(), texts("a"), truths("t"), text("odd"));

        final var node = PredictorNode.predict(model, table);

        assertEquals(List.of("x", "letters", "flags", "kind", "Prediction (kind)"), node.columns());
        assertEquals("?", node.texts("Prediction (kind)").get(3));
        assertFalse(node.texts("Prediction (kind)").subList(0, 3).contains("?"));
        assertEquals(
                "1 of 4 sequences have no time step without missing values and are left out."
                        + " 1 of 4 predictions is missing: those of sequences that were not read.",
                node.node().message());
    }

    @Test
    void ofTheNextElementsBeginWhereThereAreEnough() {
        final var model = listModel(Scope.FUTURE, "x").reading(2).train(someLists());

        final var node = PredictorNode.predict(model, someLists());

        final var predictions = node.cells("Prediction (x)");
        assertEquals(List.of(3, 2, 1), lengths(predictions));
        assertEquals(List.of("?", "?"), elements(predictions.get(0)).subList(0, 2));
        assertFalse(elements(predictions.get(0)).get(2).equals("?"));
        assertTrue(
                node.node()
                        .message()
                        .endsWith("5 of 6 predictions are missing: each needs the values of 2 time steps before it in"
                                + " its sequence."),
                node.node()::message);
    }

    private static TestTable hours(final int rows) {
        final var table = TestTable.column("season", StringCell.TYPE);
        for (var hour = 0; hour < 4; hour++) {
            table.and("h0" + hour, DoubleCell.TYPE);
        }
        for (var row = 0; row < rows; row++) {
            table.row(
                    text(row % 2 == 0 ? "summer" : "winter"),
                    number(row),
                    number(row + 1.0),
                    number(row + 2.0),
                    number(row + 3.0));
        }
        return table;
    }

    @Test
    void ofStepColumnsAreAColumnEach() {
        final var model = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "h00", "h01", "h02", "h03")
                .train(hours(4));

        final var node = PredictorNode.predict(model, hours(3));

        assertEquals(
                List.of("Prediction (h00)", "Prediction (h01)", "Prediction (h02)", "Prediction (h03)"),
                node.columns().subList(5, 9));
        assertEquals(List.of("?", "?", "?"), node.texts("Prediction (h01)"));
        assertFalse(node.texts("Prediction (h02)").contains("?"));
        assertEquals(
                "6 of 12 predictions are missing: each needs the values of 2 time steps before it in its sequence.",
                node.node().message());
    }

    @Test
    void ofStepColumnsTakeTheNameThatIsChosenBeforeThatOfTheStep() {
        final var model = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "h00", "h01", "h02", "h03")
                .train(hours(4));

        final var node = PredictorNode.of(model, hours(0).spec()).name("Next").execute(model, hours(3));

        assertEquals("Next (h00)", node.columns().get(5));
    }

    @Test
    void ofAValueAStepAreOnlyTheFirstColumnsOfSteps() {
        final var model = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "h00", "h01", "h02", "h03")
                .featuresPerStep(2)
                .reading(1)
                .train(hours(4));

        final var node = PredictorNode.predict(model, hours(3));

        assertEquals(
                List.of("Prediction (h00)", "Prediction (h02)"), node.columns().subList(5, 7));
        assertFalse(node.texts("Prediction (h02)").contains("?"));
    }

    @Test
    void ofOneValueARowOfStepColumnsAreOneARow() {
        final var model = SmallModel.of(SequenceLayout.COLUMNS, Scope.SEQUENCE, "season", "h00", "h01", "h02", "h03")
                .train(hours(4));

        final var node = PredictorNode.predict(model, hours(3));

        assertEquals(List.of("Prediction (season)"), node.columns().subList(5, 6));
        assertFalse(node.texts("Prediction (season)").contains("?"));
    }

    private static TestTable verses() {
        return TestTable.column("verse", StringCell.TYPE)
                .and("long", BooleanCell.TYPE)
                .row(text("aba"), BooleanCell.FALSE)
                .row(text("ababa"), BooleanCell.TRUE)
                .row(text(""), BooleanCell.FALSE);
    }

    @Test
    void ofTextAreTheExpectedSymbols() {
        final var model = SmallModel.of(SequenceLayout.TEXT, Scope.FUTURE, "verse")
                .with(MissingValues.SKIP, UnknownValues.NO_PREDICTION)
                .reading(4)
                .train(verses());
        final var table = verses().row(missing(), missing());

        final var node = PredictorNode.predict(model, table);

        final var predictions = node.cells("Prediction (verse)");
        assertEquals(List.of(3, 5, 0, -1), lengths(predictions));
        assertTrue(List.of("a", "b", "").containsAll(elements(predictions.get(1))), predictions::toString);
        assertTrue(node.metrics().contains("Bits a symbol"), node.metrics()::toString);
    }

    @Test
    void ofTextShowItsEndAsEmptyText() {
        final var endings = TestTable.column("verse", StringCell.TYPE);
        for (var row = 0; row < 40; row++) {
            endings.row(text(""));
        }
        endings.row(text("a"));
        final var model =
                SmallModel.of(SequenceLayout.TEXT, Scope.FUTURE, "verse").train(endings);

        final var node = PredictorNode.predict(
                model, TestTable.column("verse", StringCell.TYPE).row(text("a")));

        assertEquals(List.of(""), elements(node.cells("Prediction (verse)").get(0)));
    }

    @Test
    void ofLabelsOfTextAreOneARow() {
        final var model = SmallModel.of(SequenceLayout.TEXT, Scope.SEQUENCE, "long", "verse")
                .train(verses());

        final var node = PredictorNode.predict(model, verses());

        assertTrue(node.cells("Prediction (long)").get(0) instanceof BooleanCell);
        assertEquals("?", node.texts("Prediction (long)").get(2));
    }

    @Test
    void areNoneInAnEmptyTable() {
        final RnnModelPortObject list = listModel(Scope.STEP, "letters", "x").train(someLists());
        final var text =
                SmallModel.of(SequenceLayout.TEXT, Scope.FUTURE, "verse").train(verses());
        final var steps = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "h00", "h01", "h02", "h03")
                .cell(CellType.LSTM, false)
                .train(hours(4));

        assertEquals(0, PredictorNode.predict(list, lists()).node().table(0).size());
        assertEquals(0, PredictorNode.predict(steps, hours(0)).node().table(0).size());
        assertEquals(
                0,
                PredictorNode.predict(text, TestTable.column("verse", StringCell.TYPE))
                        .node()
                        .table(0)
                        .size());
    }
}
