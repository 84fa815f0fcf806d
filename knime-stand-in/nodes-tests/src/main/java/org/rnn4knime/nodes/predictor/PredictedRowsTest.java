package org.rnn4knime.nodes.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.nodes.testing.TestCells.missing;
import static org.rnn4knime.nodes.testing.TestCells.number;
import static org.rnn4knime.nodes.testing.TestCells.text;
import static org.rnn4knime.nodes.testing.TestCells.truth;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;

/** Tables with one row a time step. The sequences "a" and "b" have 3 and 2 rows, among each other and out of order. */
class PredictedRowsTest {

    private static RnnModelPortObject sequences;

    private static RnnModelPortObject steps;

    private static TestTable columns() {
        return TestTable.column("id", StringCell.TYPE)
                .and("day", IntCell.TYPE)
                .and("x", DoubleCell.TYPE)
                .and("color", StringCell.TYPE)
                .and("y", DoubleCell.TYPE)
                .and("flag", BooleanCell.TYPE);
    }

    private static TestTable table(final int... order) {
        final var table = columns();
        for (final var row : order) {
            final var id = row < 3 ? "a" : "b";
            table.row(
                    text(id),
                    new IntCell(row),
                    number(Math.sin(row)),
                    text(row % 2 == 0 ? "red" : "blue"),
                    number(10 * row),
                    truth(row < 3));
        }
        return table;
    }

    private static SmallModel model(final Scope predict, final String target, final String... features) {
        return SmallModel.of(SequenceLayout.ROWS, predict, target, features)
                .by("id")
                .inOrderOf("day");
    }

    @BeforeAll
    static void train() {
        sequences = model(Scope.SEQUENCE, "flag", "x", "color").train(table(4, 0, 2, 3, 1));
        steps = model(Scope.STEP, "y", "x", "color").train(table(4, 0, 2, 3, 1));
    }

    @Test
    void ofSequencesAreATableOfSequences() {
        final var node = PredictorNode.predict(sequences, table(4, 0, 2, 3, 1));

        assertEquals(List.of("id", "flag", "Prediction (flag)"), node.columns());
        assertEquals(List.of("b", "a"), node.texts("id"));
        assertEquals(List.of("false", "true"), node.texts("flag"));
        assertEquals(
                BooleanCell.TYPE,
                node.node()
                        .table(0)
                        .getDataTableSpec()
                        .getColumnSpec("Prediction (flag)")
                        .getType());
        assertEquals(List.of("Row0", "Row1"), TestTable.rowIds(node.node().table(0)));
        assertEquals(List.of("Accuracy", "Log loss"), node.metrics());
        assertEquals("", node.node().message());
    }

    @Test
    void ofSequencesDoNotDependOnTheOrderOfRows() {
        final var node = PredictorNode.predict(sequences, table(4, 0, 2, 3, 1));
        final var other = PredictorNode.predict(sequences, table(0, 1, 2, 3, 4));

        assertEquals(List.of("a", "b"), other.texts("id"));
        assertEquals(
                node.texts("Prediction (flag)").get(1),
                other.texts("Prediction (flag)").get(0));
    }

    @Test
    void takeTheTargetOfTheLastRowOfASequence() {
        final var table = columns()
                .row(text("a"), new IntCell(2), number(1), text("red"), number(1), truth(true))
                .row(text("a"), new IntCell(1), number(1), text("red"), number(1), truth(false));

        final var node = PredictorNode.predict(sequences, table);

        assertEquals(List.of("true"), node.texts("flag"));
        assertTrue(node.node().message().contains("several values"), node.node()::message);
    }

    @Test
    void ofSequencesNeedNoTarget() {
        final var table = TestTable.column("color", StringCell.TYPE)
                .and("extra", IntCell.TYPE)
                .and("x", DoubleCell.TYPE)
                .and("day", IntCell.TYPE)
                .and("id", StringCell.TYPE)
                .row(text("red"), missing(), number(1), new IntCell(1), text("z"));

        final var node = PredictorNode.predict(sequences, table);

        assertEquals(List.of("id", "Prediction (flag)"), node.columns());
        assertEquals(List.of("z"), node.texts("id"));
        assertEquals(List.of(), node.metrics());
    }

    @Test
    void ofSequencesWithUnknownValuesAreMissing() {
        final var table =
                table(0, 1, 2).row(text("z"), new IntCell(1), number(1), text("pink"), number(1), truth(true));

        final var node = PredictorNode.predict(sequences, table);

        assertEquals(
                List.of("true", "?"),
                List.of(
                        node.texts("flag").get(1),
                        node.texts("Prediction (flag)").get(1)));
        assertEquals(
                "The training data did not have \"pink\" in the column \"color\": 1 prediction that reads it is missing."
                        + " 1 of 2 predictions is missing: those of sequences that were not read.",
                node.node().message());
    }

    @Test
    void ofSequencesAreNoneInAnEmptyTable() {
        final var node = PredictorNode.predict(sequences, columns());

        assertEquals(List.of("id", "flag", "Prediction (flag)"), node.columns());
        assertEquals(0, node.node().table(0).size());
        assertEquals(0, node.node().table(1).size());
    }

    @Test
    void ofTimeStepsAreAColumn() {
        final var node = PredictorNode.predict(steps, table(4, 0, 2, 3, 1));

        assertEquals(List.of("id", "day", "x", "color", "y", "flag", "Prediction (y)"), node.columns());
        assertFalse(node.texts("Prediction (y)").contains("?"));
        assertEquals(List.of("MAE", "RMSE"), node.metrics());
    }

    @Test
    void ofTimeStepsComeBackToTheirRows() {
        final var byDay = new HashMap<String, String>();
        final var node = PredictorNode.predict(steps, table(4, 0, 2, 3, 1));
        IntStream.range(0, 5)
                .forEach(row -> byDay.put(
                        node.texts("day").get(row), node.texts("Prediction (y)").get(row)));

        final var other = PredictorNode.predict(steps, table(0, 1, 2, 3, 4));

        assertEquals(other.texts("day").stream().map(byDay::get).toList(), other.texts("Prediction (y)"));
    }

    @Test
    void ofTimeStepsThatAreSkippedAreMissing() {
        final var model = model(Scope.STEP, "y", "x")
                .with(MissingValues.SKIP, UnknownValues.NO_PREDICTION)
                .train(table(0, 1, 2, 3, 4));
        final var table = table(0, 1).row(text("a"), new IntCell(5), missing(), text("red"), missing(), missing());

        final var node = PredictorNode.predict(model, table);

        assertEquals("?", node.texts("Prediction (y)").get(2));
        assertTrue(
                node.node()
                        .message()
                        .endsWith("1 of 3 predictions is missing: those of time steps that were not read."),
                node.node()::message);
    }

    @Test
    void ofWindowsStandInTheirLastRows() {
        final var model = SmallModel.of(SequenceLayout.ROWS, Scope.SEQUENCE, "color", "x")
                .reading(3)
                .train(table(0, 1, 2, 3, 4));

        final var node = PredictorNode.predict(model, table(0, 1, 2, 3, 4));

        final var predictions = node.texts("Prediction (color)");
        assertEquals(Collections.nCopies(2, "?"), predictions.subList(0, 2));
        assertFalse(predictions.subList(2, 5).contains("?"));
        assertEquals(
                "2 of 5 predictions are missing: each needs the values of its own row and of 2 rows before it.",
                node.node().message());
    }

    @Test
    void ofTheNextValueOfTextAreText() {
        final var model = model(Scope.FUTURE, "color").train(table(0, 1, 2, 3, 4));

        final var node = PredictorNode.predict(model, table(0, 1, 2, 3, 4));

        final var predictions = node.texts("Prediction (color)");
        assertEquals(List.of("?", "?"), List.of(predictions.get(0), predictions.get(3)));
        assertTrue(List.of("red", "blue").contains(predictions.get(1)));
        assertEquals(
                "2 of 5 predictions are missing: each needs the values of 1 row before it in its sequence.",
                node.node().message());
    }

    @Test
    void ofBooleansAreBooleansWhereverTheyArePredicted() {
        final var step = model(Scope.STEP, "flag", "x").train(table(0, 1, 2, 3, 4));
        final var future = model(Scope.FUTURE, "flag").train(table(0, 1, 2, 3, 4));

        for (final var model : List.of(step, future)) {
            final var node = PredictorNode.predict(model, table(0, 1, 2, 3, 4));
            assertTrue(node.cells("Prediction (flag)").get(1) instanceof BooleanCell);
        }
    }

    @Test
    void readBooleansWhereTheModelLearnedFromNumbers() {
        final var table = TestTable.column("x", BooleanCell.TYPE)
                .and("id", StringCell.TYPE)
                .and("day", IntCell.TYPE)
                .and("color", StringCell.TYPE)
                .row(truth(true), text("a"), new IntCell(1), text("red"));
        final var numbers = TestTable.column("x", DoubleCell.TYPE)
                .and("id", StringCell.TYPE)
                .and("day", IntCell.TYPE)
                .and("color", StringCell.TYPE)
                .row(number(1), text("a"), new IntCell(1), text("red"));

        assertEquals(
                PredictorNode.predict(steps, numbers).texts("Prediction (y)"),
                PredictorNode.predict(steps, table).texts("Prediction (y)"));
    }

    @Test
    void stateThePossibleValues() {
        final var model = model(Scope.STEP, "color", "x").train(table(0, 1, 2, 3, 4));

        final var node = PredictorNode.of(model, columns().spec());

        final var domain = ((DataTableSpec) node.node().spec(0))
                .getColumnSpec("Prediction (color)")
                .getDomain();
        assertEquals(
                List.of("blue", "red"),
                domain.getValues().stream().map(Object::toString).sorted().toList());
    }
}
