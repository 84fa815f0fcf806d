package org.rnn4knime.nodes.forecaster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestModel;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

class RnnForecasterTest {

    private static final String FORECAST = "Forecast (passengers)";

    private static RnnModelPortObject model;

    private final TestNode m_node = new TestNode(new RnnForecasterNodeFactory());

    private final TestNode m_comparing = new TestNode(new RnnForecasterNodeFactory(), "Known future");

    @BeforeAll
    static void train() throws InvalidSettingsException {
        model = TestModel.train(TestTable.airline(0, 48), 3);
    }

    @Test
    void knowsItsColumnsBeforeItRuns() {
        assertTrue(m_node.configure(model.getSpec(), TestTable.airlineSpec()), m_node::message);

        final var spec = (DataTableSpec) m_node.spec(0);
        assertEquals(List.of("month", "Step", FORECAST), List.of(spec.getColumnNames()));
        assertEquals(StringCell.TYPE, spec.getColumnSpec("month").getType());
        assertEquals(IntCell.TYPE, spec.getColumnSpec("Step").getType());
        assertEquals(DoubleCell.TYPE, spec.getColumnSpec(FORECAST).getType());
    }

    @Test
    void continuesTheOrderColumnForAsManyStepsAsTheHorizon() throws InvalidSettingsException {
        m_node.configure(model.getSpec(), TestTable.airlineSpec());
        m_node.change("sequences", sequences -> sequences.addInt("horizon", 3));

        assertTrue(m_node.execute(model, TestTable.airline(0, 47)), m_node::message);

        assertEquals(List.of("1952-12", "1953-01", "1953-02"), TestTable.texts(m_node.table(0), "month"));
        assertEquals(List.of("1", "2", "3"), TestTable.texts(m_node.table(0), "Step"));
        assertFalse(TestTable.texts(m_node.table(0), FORECAST).contains("?"));
    }

    @Test
    void forecastsAYearOfMonthsByDefault() {
        assertTrue(m_node.execute(model, TestTable.airline(0, 48)), m_node::message);

        assertEquals(12, m_node.table(0).size());
        assertEquals("", m_node.message());
    }

    @Test
    void makesTheSameForecastEachTime() throws InvalidSettingsException {
        final var same = TestModel.train(TestTable.airline(0, 48), 3);

        assertTrue(m_node.execute(model, TestTable.airline(0, 48)), m_node::message);
        final var forecast = TestTable.texts(m_node.table(0), FORECAST);
        assertTrue(m_node.execute(same, TestTable.airline(0, 48)), m_node::message);

        assertEquals(forecast, TestTable.texts(m_node.table(0), FORECAST));
    }

    @Test
    void showsTheTruthBesideTheForecastWhereverItIsKnown() {
        assertTrue(
                m_comparing.execute(model, TestTable.airline(0, 48), TestTable.airline(50, 52)), m_comparing::message);

        final var truth = TestTable.texts(m_comparing.table(0), "passengers");
        assertEquals(List.of("?", "?", "236", "235"), truth.subList(0, 4));
        assertEquals(Collections.nCopies(8, "?"), truth.subList(4, 12));
        assertEquals(
                IntCell.TYPE,
                m_comparing
                        .table(0)
                        .getDataTableSpec()
                        .getColumnSpec("passengers")
                        .getType());
    }

    @Test
    void neverReadsTheTruth() {
        assertTrue(m_node.execute(model, TestTable.airline(0, 48)), m_node::message);
        assertTrue(
                m_comparing.execute(model, TestTable.airline(0, 48), TestTable.airline(48, 60)), m_comparing::message);

        assertEquals(TestTable.texts(m_node.table(0), FORECAST), TestTable.texts(m_comparing.table(0), FORECAST));
    }

    @Test
    void saysWhenTheKnownFutureHasNoTruth() {
        final var months = TestTable.column("month", StringCell.TYPE).spec();

        assertTrue(m_comparing.configure(model.getSpec(), TestTable.airlineSpec(), months));

        assertEquals(
                "The table \"Known future\" has no column \"passengers\", "
                        + "so there is no truth to show beside the forecast.",
                m_comparing.message());
        assertFalse(((DataTableSpec) m_comparing.spec(0)).containsName("passengers"));
    }

    @Test
    void repeatsItWhenItRan() {
        final var months = TestTable.column("month", StringCell.TYPE).row(new StringCell("1953-01"));

        assertTrue(m_comparing.execute(model, TestTable.airline(0, 48), months.create()), m_comparing::message);

        assertTrue(
                m_comparing.message().endsWith("so there is no truth to show beside the forecast."),
                m_comparing::message);
    }

    @Test
    void saysWhenTheKnownFutureMissesTheForecast() {
        assertTrue(
                m_comparing.execute(model, TestTable.airline(0, 48), TestTable.airline(60, 72)), m_comparing::message);

        assertEquals(
                "No row of the table \"Known future\" tells the truth of a step of the forecast: "
                        + "its rows must go on where the history ends.",
                m_comparing.message());
        assertEquals(Collections.nCopies(12, "?"), TestTable.texts(m_comparing.table(0), "passengers"));
    }

    @Test
    void refusesAKnownFutureThatTellsOfOneStepTwice() {
        final var twice = TestTable.column("month", StringCell.TYPE)
                .and("passengers", IntCell.TYPE)
                .row(new StringCell("1953-01"), new IntCell(1))
                .row(new StringCell("1953-01"), new IntCell(2));

        assertFalse(m_comparing.execute(model, TestTable.airline(0, 48), twice.create()));

        assertEquals(
                "The table \"Known future\" has a second row for 1953-01: row \"Row1\". "
                        + "Keep one row for each time step, for example with the Duplicate Row Filter.",
                m_comparing.message());
    }

    @Test
    void namesAColumnOfTheModelThatTheHistoryLacks() {
        assertFalse(m_node.configure(
                model.getSpec(), TestTable.column("month", StringCell.TYPE).spec()));

        assertEquals(
                "The table \"History\" has no column \"passengers\", the model's target column. "
                        + "Add or rename a column, or train a model on such a table.",
                m_node.message());
    }

    @Test
    void refusesAHorizonOutOfRangeWhoeverSetsIt() {
        m_node.configure(model.getSpec(), TestTable.airlineSpec());

        final var refusal = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.change("sequences", sequences -> sequences.addInt("horizon", 0)));

        assertEquals("Horizon must be from 1 to 100000, but is 0.", refusal.getMessage());
    }

    @Test
    void saysWhenTheHistoryIsTooShort() {
        assertFalse(m_node.execute(model, TestTable.airline(0, 2)));

        assertTrue(m_node.message().contains("3"), m_node::message);
    }

    @Test
    void continuesDatesAsDates() throws InvalidSettingsException {
        final var days = TestTable.column(
                        "day", LocalDateCellFactory.create(LocalDate.EPOCH).getType())
                .and("sales", DoubleCell.TYPE);
        IntStream.range(0, 20)
                .forEach(day -> days.row(
                        LocalDateCellFactory.create(LocalDate.of(2024, 2, 15).plusDays(day)), new DoubleCell(day % 7)));
        final var table = days.create();

        assertTrue(m_node.execute(TestModel.train(table, 3), table), m_node::message);

        assertEquals(
                LocalDateCellFactory.create(LocalDate.of(2024, 3, 6)),
                TestTable.cells(m_node.table(0), "day").get(0));
    }

    @Test
    void countsRowsWhereThereIsNoOrderColumn() throws InvalidSettingsException {
        final var numbers = TestTable.column("sales", IntCell.TYPE);
        IntStream.range(0, 20).forEach(row -> numbers.row(new IntCell(row % 5)));
        final var truth =
                TestTable.column("sales", IntCell.TYPE).row(new IntCell(7)).row(new IntCell(8));

        assertTrue(
                m_comparing.execute(TestModel.train(numbers.create(), 3), numbers.create(), truth.create()),
                m_comparing::message);

        assertEquals(
                List.of("7", "8", "?"),
                TestTable.texts(m_comparing.table(0), "sales").subList(0, 3));
        assertEquals(
                List.of("Step", "Forecast (sales)", "sales"),
                List.of(m_comparing.table(0).getDataTableSpec().getColumnNames()));
    }

    @Test
    void continuesEachSequenceWithItsOwnIdAndTruth() throws InvalidSettingsException {
        final var shops = TestTable.column("shop", StringCell.TYPE)
                .and("week", IntCell.TYPE)
                .and("sales", IntCell.TYPE);
        IntStream.range(0, 20).forEach(week -> {
            shops.row(new StringCell("north"), new IntCell(week), new IntCell(week % 4));
            shops.row(new StringCell("south"), new IntCell(2 * week), new IntCell(week % 3));
        });
        final var table = shops.create();
        final var truth = TestTable.column("sales", IntCell.TYPE)
                .and("week", IntCell.TYPE)
                .and("shop", StringCell.TYPE)
                .row(new IntCell(5), new IntCell(40), new StringCell("south"))
                .row(new IntCell(6), new IntCell(20), new StringCell("north"));
        final var learner = TestModel.learner(table, 3)
                .change("data", data -> {
                    data.addString("orderColumn", "week");
                    data.addBoolean("orderColumn_is_present", true);
                })
                .change("data/sequenceIdColumns/manualFilter", ids -> ids.addStringArray("manuallySelected", "shop"));
        final var shopModel = TestModel.train(learner, table);
        m_comparing.configure(shopModel.getSpec(), table.getDataTableSpec(), truth.spec());
        m_comparing.change("sequences", sequences -> sequences.addInt("horizon", 2));

        assertTrue(m_comparing.execute(shopModel, table, truth.create()), m_comparing::message);

        final var forecast = m_comparing.table(0);
        assertEquals(List.of("north", "north", "south", "south"), TestTable.texts(forecast, "shop"));
        assertEquals(List.of("20", "21", "40", "42"), TestTable.texts(forecast, "week"));
        assertEquals(List.of("1", "2", "1", "2"), TestTable.texts(forecast, "Step"));
        assertEquals(List.of("6", "?", "5", "?"), TestTable.texts(forecast, "sales"));
    }
}
