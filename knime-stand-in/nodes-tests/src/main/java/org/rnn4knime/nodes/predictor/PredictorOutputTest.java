package org.rnn4knime.nodes.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.nodes.testing.TestCells.NUMBERS;
import static org.rnn4knime.nodes.testing.TestCells.elements;
import static org.rnn4knime.nodes.testing.TestCells.number;
import static org.rnn4knime.nodes.testing.TestCells.numbers;
import static org.rnn4knime.nodes.testing.TestCells.text;
import static org.rnn4knime.nodes.testing.TestCells.truths;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.table.TableReader;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestCells;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.standin.parameters.ParametersDialog;
import org.rnn4knime.standin.parameters.ParametersInput;

class PredictorOutputTest {

    private static final String PROBABILITIES = "classProbabilities";

    private static final String STATES = "hiddenStates";

    private static RnnModelPortObject colors;

    private static RnnModelPortObject numbers;

    private static TestTable table() {
        final var table = TestTable.column("x", DoubleCell.TYPE)
                .and("color", StringCell.TYPE)
                .and("y", DoubleCell.TYPE);
        for (var row = 0; row < 6; row++) {
            table.row(number(row), text(List.of("red", "green", "blue").get(row % 3)), number(row * row));
        }
        return table;
    }

    private static SmallModel model(final String target) {
        return SmallModel.of(SequenceLayout.ROWS, Scope.STEP, target, "x");
    }

    @BeforeAll
    static void train() {
        colors = model("color").train(table());
        numbers = model("y").train(table());
    }

    @Test
    void holdsProbabilitiesThatSumToOneBeforeThePrediction() {
        final var node =
                PredictorNode.of(colors, table().spec()).switchOn(PROBABILITIES).execute(colors, table());

        final var names = List.of("P (color=blue)", "P (color=green)", "P (color=red)");
        assertEquals(names, node.columns().subList(3, 6));
        assertEquals("Prediction (color)", node.columns().get(6));
        for (var row = 0; row < 6; row++) {
            final var index = row;
            final var probabilities = names.stream()
                    .map(node::cells)
                    .mapToDouble(cells -> number(cells.get(index)))
                    .toArray();
            assertEquals(1, probabilities[0] + probabilities[1] + probabilities[2], 1e-6);
            final var best = IntStream.range(0, 3)
                    .reduce((first, second) -> probabilities[second] > probabilities[first] ? second : first)
                    .orElseThrow();
            assertEquals(
                    List.of("blue", "green", "red").get(best),
                    node.texts("Prediction (color)").get(row));
        }
    }

    @Test
    void isKnownWithProbabilitiesOnceTheModelIsTrained() {
        final var node =
                PredictorNode.of(colors, table().spec()).switchOn(PROBABILITIES).node();

        assertTrue(node.configure(model("color").spec(table().spec()), table().spec()), node::message);
        assertNull(node.spec(0));
        assertNotNull(node.spec(1));
        assertTrue(node.configure(colors.getSpec(), table().spec()), node::message);
        assertNotNull(node.spec(0));
    }

    @Test
    void hasNoProbabilitiesOfNumbers() {
        final var node = PredictorNode.of(numbers, table().spec())
                .switchOn(PROBABILITIES)
                .execute(numbers, table());

        assertEquals(List.of("x", "color", "y", "Prediction (y)"), node.columns());
    }

    @Test
    void hasNoProbabilitiesInLists() {
        final var table =
                TestTable.column("x", NUMBERS).and("flags", TestCells.TRUTHS).row(numbers(1, 2), truths("tf"));
        final var model =
                SmallModel.of(SequenceLayout.LISTS, Scope.STEP, "flags", "x").train(table);

        final var node =
                PredictorNode.of(model, table.spec()).switchOn(PROBABILITIES).execute(model, table);

        assertEquals(List.of("x", "flags", "Prediction (flags)"), node.columns());
    }

    @Test
    void leavesTheProbabilitiesMissingWhereThePredictionIs() {
        final var model =
                SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "color").train(table());

        final var node =
                PredictorNode.of(model, table().spec()).switchOn(PROBABILITIES).execute(model, table());

        assertEquals("?", node.texts("P (color=red)").get(0));
        assertFalse(node.texts("P (color=red)").get(1).equals("?"));
    }

    @Test
    void holdsTheHiddenStatesOfTheEngine() throws CanceledExecutionException {
        final var node =
                PredictorNode.of(numbers, table().spec()).switchOn(STATES).execute(numbers, table());

        final var rows = TableReader.read(table().create(), numbers.getSpec().data(), new ExecutionMonitor());
        final var states =
                Predictor.predictWithStates(numbers.model(), rows).states().orElseThrow();
        assertEquals(
                List.of("Hidden state 1", "Hidden state 2", "Hidden state 3"),
                node.columns().subList(4, 7));
        for (var unit = 0; unit < 3; unit++) {
            for (var row = 0; row < 6; row++) {
                final var cell = node.cells("Hidden state " + (unit + 1)).get(row);
                assertEquals(states.value(row, unit), number(cell), 1e-9);
            }
        }
    }

    @Test
    void hasHiddenStatesOfBothDirections() {
        final var model = model("y").cell(CellType.LSTM, true).train(table());

        final var node =
                PredictorNode.of(model, table().spec()).switchOn(STATES).execute(model, table());

        assertEquals("Hidden state 6", node.columns().get(9));
        assertEquals(10, node.columns().size());
    }

    @Test
    void hasOneHiddenStateARowForSequences() {
        final var table = TestTable.column("id", StringCell.TYPE)
                .and("x", DoubleCell.TYPE)
                .and("y", DoubleCell.TYPE)
                .row(text("b"), number(1), number(5))
                .row(text("a"), number(2), number(6))
                .row(text("b"), number(3), number(5));
        final var model = SmallModel.of(SequenceLayout.ROWS, Scope.SEQUENCE, "y", "x")
                .by("id")
                .train(table);

        final var node = PredictorNode.of(model, table.spec()).switchOn(STATES).execute(model, table);

        assertEquals(
                List.of("id", "y", "Prediction (y)", "Hidden state 1", "Hidden state 2", "Hidden state 3"),
                node.columns());
        assertFalse(node.texts("Hidden state 1").contains("?"));
    }

    @Test
    void hasHiddenStatesInListsWherePredictionsAreLists() {
        final var table = TestTable.column("x", NUMBERS)
                .and("flags", TestCells.TRUTHS)
                .row(numbers(1, 2), truths("tf"))
                .row(numbers(), truths(""));
        final var model =
                SmallModel.of(SequenceLayout.LISTS, Scope.STEP, "flags", "x").train(table);

        final var node = PredictorNode.of(model, table.spec()).switchOn(STATES).execute(model, table);

        assertEquals(2, elements(node.cells("Hidden state 3").get(0)).size());
        assertEquals(0, elements(node.cells("Hidden state 3").get(1)).size());
    }

    @Test
    void hasHiddenStatesInListsWhereStepColumnsArePredicted() {
        final var table = TestTable.column("h1", DoubleCell.TYPE)
                .and("h2", DoubleCell.TYPE)
                .and("h3", DoubleCell.TYPE);
        for (var row = 0; row < 3; row++) {
            table.row(number(row), number(2 * row), number(3 * row));
        }
        final var model = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "h1", "h2", "h3")
                .train(table);

        final var node = PredictorNode.of(model, table.spec()).switchOn(STATES).execute(model, table);

        final var states = elements(node.cells("Hidden state 1").get(2));
        assertEquals(List.of("?", "?"), states.subList(0, 2));
        assertFalse(states.get(2).equals("?"));
    }

    @Test
    void hasHiddenStatesOfARowWhoseFirstStepIsMissing() {
        final var table = TestTable.column("h1", DoubleCell.TYPE)
                .and("h2", DoubleCell.TYPE)
                .and("h3", DoubleCell.TYPE)
                .row(number(1), number(2), number(3))
                .row(number(Double.NaN), number(4), number(6));
        final var model = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "h1", "h2", "h3")
                .with(MissingValues.MEAN, UnknownValues.NO_PREDICTION)
                .train(table);

        final var node = PredictorNode.of(model, table.spec()).switchOn(STATES).execute(model, table);

        assertFalse(elements(node.cells("Hidden state 1").get(1)).get(2).equals("?"));
    }

    @Test
    void isKnownWithHiddenStatesBeforeTheModelIsTrainedUnlessItsOutputsAreItsStates() {
        final var node =
                PredictorNode.of(colors, table().spec()).switchOn(STATES).node();

        assertTrue(node.configure(model("color").spec(table().spec()), table().spec()), node::message);
        assertNotNull(node.spec(0));
        final var jordan = model("color").cell(CellType.JORDAN, false).spec(table().spec());
        assertTrue(node.configure(jordan, table().spec()), node::message);
        assertNull(node.spec(0));
    }

    @Test
    void hasNamesThatTheTableDoesNotHave() {
        final var table = table().and("Hidden state 1", StringCell.TYPE).and("Prediction (y)", StringCell.TYPE);

        final var node =
                PredictorNode.of(numbers, table.spec()).switchOn(STATES).node();

        assertTrue(node.configure(numbers.getSpec(), table.spec()), node::message);
        assertEquals(
                List.of("Prediction (y) (#1)", "Hidden state 1 (#1)"),
                List.of(((DataTableSpec) node.spec(0)).getColumnNames()).subList(5, 7));
    }

    @Test
    void offersProbabilitiesOnlyWhereThereAreSome() {
        assertTrue(offersProbabilities(colors.getSpec()));
        assertFalse(offersProbabilities(numbers.getSpec()));
        assertTrue(new ParametersDialog(
                        new OutputParameters(),
                        new ParametersInput(new PortType[0], new PortType[0], new PortObjectSpec[0]))
                .holds(OutputParameters.HasProbabilities.class));
    }

    private static boolean offersProbabilities(final RnnModelPortObjectSpec model) {
        final var input = new ParametersInput(
                new PortType[] {RnnModelPortObject.TYPE}, new PortType[0], new PortObjectSpec[] {model});
        return new ParametersDialog(new OutputParameters(), input).holds(OutputParameters.HasProbabilities.class);
    }
}
