package org.rnn4knime.nodes.forecaster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

/** What the Forecaster reads of the table "Known future", and what it says of models that cannot forecast. */
class KnownInputsTest {

    private final TestNode m_node = new TestNode(new RnnForecasterNodeFactory());

    private final TestNode m_knowing = new TestNode(new RnnForecasterNodeFactory(), "Known future");

    private static BufferedDataTable history() {
        final var table = TestTable.column("week", IntCell.TYPE)
                .and("promotion", IntCell.TYPE)
                .and("weather", DoubleCell.TYPE)
                .and("sales", DoubleCell.TYPE);
        IntStream.range(0, 30)
                .forEach(week -> table.row(
                        new IntCell(week),
                        new IntCell(week % 3 == 0 ? 1 : 0),
                        new DoubleCell(week % 5),
                        new DoubleCell(week % 3 == 0 ? 10 : 2)));
        return table.create();
    }

    private static BufferedDataTable future(final DataCell sales, final int... promotions) {
        final var table = TestTable.column("week", IntCell.TYPE)
                .and("promotion", IntCell.TYPE)
                .and("sales", DoubleCell.TYPE);
        IntStream.range(0, promotions.length)
                .forEach(step -> table.row(new IntCell(30 + step), new IntCell(promotions[step]), sales));
        return table.create();
    }

    private static ForecastModel sales() {
        return ForecastModel.of("sales").inOrderOf("week").reading("promotion").knowing("promotion");
    }

    private List<String> forecast(final BufferedDataTable future) throws InvalidSettingsException {
        final var model = sales().train(history());
        m_knowing.configure(model.getSpec(), history().getDataTableSpec(), future.getDataTableSpec());
        m_knowing.change("sequences", sequences -> sequences.addInt("horizon", 3));
        assertTrue(m_knowing.execute(model, history(), future), m_knowing::message);
        return TestTable.texts(m_knowing.table(0), "Forecast (sales)");
    }

    private static DataCell missing() {
        return DataType.getMissingCell();
    }

    @Test
    void decideTheForecastAndTheTargetBesideThemDoesNot() throws InvalidSettingsException {
        final var forecast = forecast(future(missing(), 1, 0, 0));

        assertEquals("", m_knowing.message());
        assertEquals(List.of("?", "?", "?"), TestTable.texts(m_knowing.table(0), "sales"));
        assertEquals(forecast, forecast(future(new DoubleCell(1e300), 1, 0, 0)));
        assertEquals("1.0E300", TestTable.texts(m_knowing.table(0), "sales").get(0));
        assertNotEquals(forecast, forecast(future(missing(), 0, 0, 0)));
    }

    @Test
    void needATable() {
        assertFalse(m_node.configure(
                sales().spec(history().getDataTableSpec()), history().getDataTableSpec()));

        assertEquals(
                "The model reads \"promotion\", which is known in the future, but there is no table \"Known future\"."
                        + " Add this port with the three dots at the node and connect the rows to come.",
                m_node.message());
    }

    @Test
    void needTheirColumnsInTheTable() {
        final var history = history().getDataTableSpec();
        final var model = sales().spec(history);

        assertFalse(m_knowing.configure(
                model, history, TestTable.column("week", IntCell.TYPE).spec()));
        assertTrue(m_knowing.message().startsWith("The table \"Known future\" has no column \"promotion\""));
        assertFalse(m_knowing.configure(
                model,
                history,
                TestTable.column("week", IntCell.TYPE)
                        .and("promotion", StringCell.TYPE)
                        .spec()));
        assertTrue(m_knowing.message().contains("\"promotion\" of the table \"Known future\" holds text"));
        // Neither the target nor what is known of the past alone has to be there.
        assertTrue(
                m_knowing.configure(
                        model,
                        history,
                        TestTable.column("week", IntCell.TYPE)
                                .and("promotion", IntCell.TYPE)
                                .spec()),
                m_knowing::message);
        assertEquals("", m_knowing.message());
    }

    @Test
    void areNeededAtEachStep() {
        final var model = sales().train(history());

        assertFalse(m_knowing.execute(model, history(), future(missing(), 1, 0)));

        assertEquals(
                "The table \"Known future\" has no row for step 3 (32) of the forecast, so \"promotion\" is not known"
                        + " there. Add a row for each step, or lower the horizon.",
                m_knowing.message());
    }

    @Test
    void theOrderColumnNeedsNoTable() {
        final var model = ForecastModel.of("sales")
                .inOrderOf("week")
                .reading("week")
                .knowing("week")
                .train(history());

        assertTrue(m_node.execute(model, history()), m_node::message);
    }

    @Test
    void columnsThatAreNotKnownInTheFutureAreRefusedBeforeTheNodeRuns() throws InvalidSettingsException {
        final var history = history().getDataTableSpec();
        final var model = ForecastModel.of("sales").inOrderOf("week").reading("weather");

        assertFalse(m_node.configure(model.spec(history), history));
        assertEquals(
                "From the second step on, the forecast would read \"weather\" of steps at which it is not known yet. In"
                        + " the RNN Learner, mark it as known in the future or forecast directly; or set the horizon"
                        + " to 1.",
                m_node.message());
        m_node.change("sequences", sequences -> sequences.addInt("horizon", 1));
        assertTrue(m_node.configure(model.spec(history), history), m_node::message);
        assertTrue(m_node.execute(model.train(history()), history()), m_node::message);
        assertEquals(1, m_node.table(0).size());
    }

    @Test
    void aDirectModelReadsThemAndReachesAsFarAsItsHorizon() throws InvalidSettingsException {
        final var history = history().getDataTableSpec();
        final var model =
                ForecastModel.of("sales").inOrderOf("week").reading("weather").directly(4);

        assertFalse(m_node.configure(model.spec(history), history));
        assertEquals(
                "Horizon is 12, but the model was trained to forecast 4 steps ahead directly. Lower the horizon, or train"
                        + " a model with a larger one.",
                m_node.message());
        m_node.change("sequences", sequences -> sequences.addInt("horizon", 4));
        assertTrue(m_node.execute(model.train(history()), history()), m_node::message);
        assertEquals(4, m_node.table(0).size());
    }

    @Test
    void otherModelsAreSentToTheirNode() {
        final var history = history().getDataTableSpec();
        final var texts = TestTable.column("text", StringCell.TYPE).spec();

        assertNodeFor(
                "RNN Predictor",
                ForecastModel.of("sales").reading("weather").by("week").predicting(Scope.SEQUENCE),
                history);
        assertNodeFor("RNN Sequence Generator", ForecastModel.of(SequenceLayout.TEXT, "text"), texts);
    }

    private void assertNodeFor(final String name, final ForecastModel model, final DataTableSpec table) {
        assertFalse(m_node.configure(model.spec(table), table));
        assertTrue(m_node.message().contains("Use the " + name), m_node::message);
    }
}
