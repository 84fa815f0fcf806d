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
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdate.LocalDateCellFactory;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

class RnnForecasterTest {

    private static final String FORECAST = "Forecast (passengers)";

    private static RnnModelPortObject model;

    private final TestNode m_node = new TestNode(new RnnForecasterNodeFactory());

    private final TestNode m_comparing = new TestNode(new RnnForecasterNodeFactory(), "Known future");

    @BeforeAll
    static void train() {
        model = ForecastModel.airline(TestTable.airline(0, 48));
    }

    private static void horizon(final TestNode node, final int horizon) throws InvalidSettingsException {
        node.change("sequences", sequences -> sequences.addInt("horizon", horizon));
    }

    private static List<String> names(final TestNode node) {
        return List.of(node.table(0).getDataTableSpec().getColumnNames());
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
        horizon(m_node, 3);

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
    void makesTheSameForecastEachTime() {
        final var same = ForecastModel.airline(TestTable.airline(0, 48));

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

        final var refusal = assertThrows(InvalidSettingsException.class, () -> horizon(m_node, 0));

        assertEquals("Horizon must be from 1 to 100000, but is 0.", refusal.getMessage());
    }

    @Test
    void saysWhenTheHistoryIsTooShort() {
        assertFalse(m_node.execute(model, TestTable.airline(0, 2)));

        assertTrue(m_node.message().contains("3 are needed"), m_node::message);
    }

    @Test
    void continuesDatesAsDates() {
        final var days = TestTable.column(
                        "day", LocalDateCellFactory.create(LocalDate.EPOCH).getType())
                .and("sales", DoubleCell.TYPE);
        IntStream.range(0, 20)
                .forEach(day -> days.row(
                        LocalDateCellFactory.create(LocalDate.of(2024, 2, 15).plusDays(day)), new DoubleCell(day % 7)));
        final var table = days.create();

        assertTrue(m_node.execute(ForecastModel.of("sales").inOrderOf("day").train(table), table), m_node::message);

        assertEquals(
                LocalDateCellFactory.create(LocalDate.of(2024, 3, 6)),
                TestTable.cells(m_node.table(0), "day").get(0));
    }

    @Test
    void countsRowsWhereThereIsNoOrderColumn() {
        final var numbers = TestTable.column("sales", IntCell.TYPE);
        IntStream.range(0, 20).forEach(row -> numbers.row(new IntCell(row % 5)));
        final var truth =
                TestTable.column("sales", IntCell.TYPE).row(new IntCell(7)).row(new IntCell(8));

        assertTrue(
                m_comparing.execute(
                        ForecastModel.of("sales").train(numbers.create()), numbers.create(), truth.create()),
                m_comparing::message);

        assertEquals(
                List.of("7", "8", "?"),
                TestTable.texts(m_comparing.table(0), "sales").subList(0, 3));
        assertEquals(List.of("Step", "Forecast (sales)", "sales"), names(m_comparing));
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
        final var shopModel =
                ForecastModel.of("sales").by("shop").inOrderOf("week").train(table);
        m_comparing.configure(shopModel.getSpec(), table.getDataTableSpec(), truth.spec());
        horizon(m_comparing, 2);

        assertTrue(m_comparing.execute(shopModel, table, truth.create()), m_comparing::message);

        final var forecast = m_comparing.table(0);
        assertEquals(List.of("north", "north", "south", "south"), TestTable.texts(forecast, "shop"));
        assertEquals(List.of("20", "21", "40", "42"), TestTable.texts(forecast, "week"));
        assertEquals(List.of("1", "2", "1", "2"), TestTable.texts(forecast, "Step"));
        assertEquals(List.of("6", "?", "5", "?"), TestTable.texts(forecast, "sales"));
    }

    @Test
    void forecastsTextAsTextAndBooleansAsBooleans() {
        final var weather = TestTable.column("sky", StringCell.TYPE).and("wet", BooleanCell.TYPE);
        IntStream.range(0, 20)
                .forEach(row -> weather.row(
                        new StringCell(List.of("sun", "rain").get(row % 2)), BooleanCell.get(row % 2 == 1)));
        final var table = weather.create();

        assertTrue(m_node.execute(ForecastModel.of("sky").train(table), table), m_node::message);
        assertEquals(
                StringCell.TYPE,
                m_node.table(0)
                        .getDataTableSpec()
                        .getColumnSpec("Forecast (sky)")
                        .getType());
        assertTrue(List.of("sun", "rain").containsAll(TestTable.texts(m_node.table(0), "Forecast (sky)")));

        assertTrue(m_node.execute(ForecastModel.of("wet").train(table), table), m_node::message);
        assertEquals(
                BooleanCell.TYPE,
                m_node.table(0)
                        .getDataTableSpec()
                        .getColumnSpec("Forecast (wet)")
                        .getType());
        assertEquals(12, m_node.table(0).size());
    }

    @Test
    void tellsTheRowWhereOneRowIsASequence() throws InvalidSettingsException {
        final var days = TestTable.column("h1", DoubleCell.TYPE)
                .and("h2", DoubleCell.TYPE)
                .and("h3", DoubleCell.TYPE)
                .and("h4", DoubleCell.TYPE);
        final var lists = TestTable.column("load", ListCell.getCollectionType(DoubleCell.TYPE))
                .and("day", IntCell.TYPE);
        for (int day = 0; day < 3; day++) {
            final var hours =
                    IntStream.range(day, day + 4).mapToObj(DoubleCell::new).toArray(DoubleCell[]::new);
            days.row(hours);
            lists.row(CollectionCellFactory.createListCell(List.of(hours)), new IntCell(10 * day));
        }
        final var ofDays = ForecastModel.of(SequenceLayout.COLUMNS, "", "h1", "h2", "h3", "h4")
                .train(days.create());
        m_node.configure(ofDays.getSpec(), days.spec());
        horizon(m_node, 2);

        assertTrue(m_node.execute(ofDays, days.create()), m_node::message);
        assertEquals(List.of("Row ID", "Step", "Forecast (h)"), names(m_node));
        assertEquals(
                List.of("Row0", "Row0", "Row1", "Row1", "Row2", "Row2"), TestTable.texts(m_node.table(0), "Row ID"));

        final var ofLists =
                ForecastModel.of(SequenceLayout.LISTS, "load").by("day").train(lists.create());
        assertTrue(m_node.execute(ofLists, lists.create()), m_node::message);
        assertEquals(List.of("Row ID", "day", "Step", "Forecast (load)"), names(m_node));
        assertEquals(List.of("0", "0", "10", "10", "20", "20"), TestTable.texts(m_node.table(0), "day"));
        assertFalse(m_comparing.configure(ofLists.getSpec(), lists.spec(), lists.spec()));
        assertEquals(
                "The table \"Known future\" has one row a time step, but the model reads one row a sequence."
                        + " Remove the port with the three dots at the node.",
                m_comparing.message());
    }
}
