package org.rnn4knime.nodes.forecaster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

class ForecastIntervalsTest {

    private final TestNode m_node = new TestNode(new RnnForecasterNodeFactory());

    private static RnnModelPortObject model(final double fraction) {
        return ForecastModel.of("passengers")
                .inOrderOf("month")
                .holdingBack(fraction)
                .train(TestTable.airline(0, 96));
    }

    private void levels(final String levels) throws InvalidSettingsException {
        m_node.change("output", output -> output.addString("intervalLevels", levels));
    }

    private List<Double> numbers(final String column) {
        return TestTable.cells(m_node.table(0), column).stream()
                .map(cell -> ((DoubleCell) cell).getDoubleValue())
                .toList();
    }

    @Test
    void standBesideTheForecast() throws InvalidSettingsException {
        final var model = model(0.5);
        m_node.configure(model.getSpec(), TestTable.airlineSpec());
        levels("80, 92.5");

        assertTrue(m_node.execute(model, TestTable.airline(0, 96)), m_node::message);

        assertEquals("", m_node.message());
        assertEquals(
                List.of(
                        "month",
                        "Step",
                        "Forecast (passengers)",
                        "Lower bound (passengers, 80%)",
                        "Upper bound (passengers, 80%)",
                        "Lower bound (passengers, 92.5%)",
                        "Upper bound (passengers, 92.5%)"),
                List.of(m_node.table(0).getDataTableSpec().getColumnNames()));
        final var forecast = numbers("Forecast (passengers)");
        final var lower = numbers("Lower bound (passengers, 80%)");
        final var upper = numbers("Upper bound (passengers, 80%)");
        final var widest = numbers("Upper bound (passengers, 92.5%)");
        for (var step = 0; step < 12; step++) {
            assertTrue(lower.get(step) < forecast.get(step) && forecast.get(step) < upper.get(step));
            assertTrue(upper.get(step) <= widest.get(step));
        }
        assertTrue(upper.get(11) - lower.get(11) >= upper.get(0) - lower.get(0));
    }

    @Test
    void areKnownBeforeTheModelIsTrained() throws InvalidSettingsException {
        final var spec = ForecastModel.of("passengers").inOrderOf("month").spec(TestTable.airlineSpec());
        m_node.configure(spec, TestTable.airlineSpec());
        levels("80");

        assertTrue(m_node.configure(spec, TestTable.airlineSpec()), m_node::message);

        assertEquals(
                List.of(
                        "month",
                        "Step",
                        "Forecast (passengers)",
                        "Lower bound (passengers, 80%)",
                        "Upper bound (passengers, 80%)"),
                List.of(((DataTableSpec) m_node.spec(0)).getColumnNames()));
    }

    @Test
    void needRowsThatTheLearnerHeldBack() throws InvalidSettingsException {
        final var model = model(0);
        m_node.configure(model.getSpec(), TestTable.airlineSpec());
        levels("80");

        assertFalse(m_node.execute(model, TestTable.airline(0, 96)));

        assertEquals(
                "The model does not know how large its errors are, for nothing was held back from its training, so there"
                        + " are no intervals. Train it with a validation fraction above 0 or a validation table, or"
                        + " leave the interval levels empty.",
                m_node.message());
    }

    @Test
    void sayWhenTheyAreGuessedFurtherAheadThanWasMeasured() throws InvalidSettingsException {
        final var model = model(0.1);
        m_node.configure(model.getSpec(), TestTable.airlineSpec());
        levels("80");

        assertTrue(m_node.execute(model, TestTable.airline(0, 96)), m_node::message);

        assertTrue(m_node.message().startsWith("The training measured the errors of forecasts up to 7 steps ahead"));
    }

    @Test
    void areRefusedOfText() throws InvalidSettingsException {
        final var spec = TestTable.column("sky", StringCell.TYPE).spec();
        final var model = ForecastModel.of("sky").spec(spec);
        m_node.configure(model, spec);
        levels("80");

        assertFalse(m_node.configure(model, spec));

        assertEquals(
                "The target column \"sky\" holds text, and only numbers have intervals. Leave the interval levels empty.",
                m_node.message());
    }

    @Test
    void refuseWhatIsNoLevelWhoeverSetsIt() {
        final var spec = ForecastModel.of("passengers").spec(TestTable.airlineSpec());
        m_node.configure(spec, TestTable.airlineSpec());

        assertEquals(
                "Interval levels (%) holds \"100\", which is no number above 0 and below 100. Write levels like 80, 95, or"
                        + " nothing.",
                assertThrows(InvalidSettingsException.class, () -> levels("80, 100"))
                        .getMessage());
    }
}
