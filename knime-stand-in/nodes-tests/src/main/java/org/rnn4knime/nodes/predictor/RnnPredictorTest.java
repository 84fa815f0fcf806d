package org.rnn4knime.nodes.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.standin.core.ProgressListener;

class RnnPredictorTest {

    private static final String PREDICTION = "Prediction (passengers)";

    private static RnnModelPortObject model;

    private final TestNode m_node = new TestNode(new RnnPredictorNodeFactory());

    @BeforeAll
    static void train() {
        model = SmallModel.airline(TestTable.airline(0, 48), 3);
    }

    @Test
    void knowsItsColumnsBeforeItRuns() {
        assertTrue(m_node.configure(model.getSpec(), TestTable.airlineSpec()), m_node::message);

        assertEquals(List.of("month", "passengers", PREDICTION), columns(0));
        assertEquals(
                DoubleCell.TYPE,
                ((DataTableSpec) m_node.spec(0)).getColumnSpec(PREDICTION).getType());
        assertEquals(List.of("Metric", "Value", "Count"), columns(1));
    }

    @Test
    void leavesTheFirstRowsWithoutPredictionAndSaysSo() {
        execute(TestTable.airline(48, 60));

        final var predictions = TestTable.texts(m_node.table(0), PREDICTION);
        assertEquals(Collections.nCopies(3, "?"), predictions.subList(0, 3));
        assertFalse(predictions.subList(3, 12).contains("?"));
        assertEquals(
                "3 of 12 predictions are missing: each needs the values of 3 rows before it in its sequence.",
                m_node.message());
    }

    @Test
    void predictsARowFromTheRowsBeforeItAlone() {
        execute(TestTable.airline(48, 60));
        final var whole = TestTable.texts(m_node.table(0), PREDICTION);

        execute(TestTable.airline(48, 55));

        assertEquals(whole.subList(0, 7), TestTable.texts(m_node.table(0), PREDICTION));
    }

    @Test
    void itsProgressNeverGoesBack() {
        final var fractions = new ArrayList<Double>();
        m_node.progress()
                .addProgressListener((ProgressListener) (fraction, message) -> fraction.ifPresent(fractions::add));

        execute(TestTable.airline(48, 60));

        assertEquals(fractions.stream().sorted().toList(), fractions);
    }

    @Test
    void keepsEveryRowWithItsIdAndCells() {
        execute(TestTable.airline(48, 60));

        assertEquals(12, m_node.table(0).size());
        assertEquals("1953-01", TestTable.texts(m_node.table(0), "month").get(0));
        assertEquals("Row0", TestTable.rowIds(m_node.table(0)).get(0));
    }

    @Test
    void bringsEachPredictionBackToItsRow() {
        execute(TestTable.airline(0, 6));
        final var inOrder = TestTable.texts(m_node.table(0), PREDICTION);

        execute(TestTable.airlineInDisorder(6, 5, 0, 3, 1, 4, 2));

        final var inDisorder = TestTable.texts(m_node.table(0), PREDICTION);
        assertEquals(List.of(inOrder.get(5), "?", inOrder.get(3), "?", inOrder.get(4), "?"), inDisorder);
    }

    @Test
    void measuresHowFarThePredictionsAreFromTheTruth() {
        execute(TestTable.airline(48, 60));

        final var predictions = TestTable.cells(m_node.table(0), PREDICTION);
        final var truth = TestTable.cells(m_node.table(0), "passengers");
        var sum = 0.0;
        for (var row = 3; row < 12; row++) {
            final var error = ((DoubleValue) predictions.get(row)).getDoubleValue()
                    - ((DoubleValue) truth.get(row)).getDoubleValue();
            sum += error * error;
        }
        final var metrics = TestTable.texts(m_node.table(1), "Metric");
        final var value =
                (DoubleValue) TestTable.cells(m_node.table(1), "Value").get(metrics.indexOf("RMSE"));
        assertEquals(Math.sqrt(sum / 9), value.getDoubleValue(), 1e-9);
        assertEquals("9", TestTable.texts(m_node.table(1), "Count").get(metrics.indexOf("RMSE")));
    }

    @Test
    void predictsTheFirstRowWithoutTruthButDoesNotCountIt() {
        final var future = TestTable.column("month", StringCell.TYPE)
                .and("passengers", IntCell.TYPE)
                .row(new StringCell("1949-01"), new IntCell(112))
                .row(new StringCell("1949-02"), new IntCell(118))
                .row(new StringCell("1949-03"), new IntCell(132))
                .row(new StringCell("1949-04"), DataType.getMissingCell());

        execute(future.create());

        assertFalse(TestTable.cells(m_node.table(0), PREDICTION).get(3).isMissing());
        assertEquals(0, m_node.table(1).size());
    }

    @Test
    void takesANameForThePredictions() throws InvalidSettingsException {
        m_node.configure(model.getSpec(), TestTable.airlineSpec());
        m_node.change("output", output -> {
            output.addString("predictionColumn", "passengers");
            output.addBoolean("predictionColumn_is_present", true);
        });

        execute(TestTable.airline(48, 60));

        assertEquals(List.of("month", "passengers", "passengers (#1)"), columns(0));
    }

    @Test
    void keepsItsOwnNameInsteadOfABlankOne() throws InvalidSettingsException {
        m_node.configure(model.getSpec(), TestTable.airlineSpec());
        m_node.change("output", output -> {
            output.addString("predictionColumn", " ");
            output.addBoolean("predictionColumn_is_present", true);
        });

        m_node.configure(model.getSpec(), TestTable.airlineSpec());

        assertEquals(PREDICTION, columns(0).get(2));
    }

    @Test
    void namesAColumnOfTheModelThatIsNotThere() {
        assertFalse(m_node.configure(
                model.getSpec(), TestTable.column("month", StringCell.TYPE).spec()));

        assertEquals(
                "The table \"Data to predict\" has no column \"passengers\", the model's target column. "
                        + "Add or rename a column, or train a model on such a table.",
                m_node.message());
    }

    @Test
    void refusesAnOrderColumnOfAnotherKindThanTheModels() {
        final var table = TestTable.column("month", IntCell.TYPE).and("passengers", IntCell.TYPE);

        assertFalse(m_node.configure(model.getSpec(), table.spec()));

        assertEquals(
                "Column \"month\" of the table \"Data to predict\" holds numbers, but the model's order column holds"
                        + " text. Convert the column, or train a model on such a table.",
                m_node.message());
    }

    @Test
    void takesAnyNumbersAsTarget() {
        final var table = TestTable.column("month", StringCell.TYPE).and("passengers", DoubleCell.TYPE);

        assertTrue(m_node.configure(model.getSpec(), table.spec()), m_node::message);
    }

    private void execute(final BufferedDataTable table) {
        assertTrue(m_node.execute(model, table), m_node::message);
    }

    private List<String> columns(final int output) {
        return List.of(((DataTableSpec) m_node.spec(output)).getColumnNames());
    }
}
