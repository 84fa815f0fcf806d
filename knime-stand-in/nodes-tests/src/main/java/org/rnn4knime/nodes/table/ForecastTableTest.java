package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdatetime.LocalDateTimeCellFactory;
import org.knime.core.data.time.localtime.LocalTimeCellFactory;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.rnn4knime.engine.prediction.ForecastInterval;
import org.rnn4knime.engine.prediction.ForecastSequence;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.TimeColumn;
import org.rnn4knime.nodes.testing.TestTable;

class ForecastTableTest {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2024, 2, 29, 12, 30);

    static Stream<DataCell> ordersThatKeepTheirType() {
        return Stream.of(
                new IntCell(7),
                new LongCell(1L << 40),
                new DoubleCell(0.5),
                LocalTimeCellFactory.create(LocalTime.NOON),
                LocalDateTimeCellFactory.create(MOMENT),
                ZonedDateTimeCellFactory.create(MOMENT.atZone(ZoneId.of("Europe/Berlin"))));
    }

    private static ForecastTable table(
            final DataTableSpec history, final DataSettings settings, final Double... levels) {
        return new ForecastTable(history, Optional.empty(), ModelColumns.of(settings, history), List.of(levels));
    }

    private static BufferedDataTable create(
            final ForecastTable table, final BufferedDataTable history, final ForecastSequence... forecasts)
            throws CanceledExecutionException {
        return table.create(
                List.of(forecasts), history, TestTable.rowIds(history), KnownFuture.nothing(), TestTable.context());
    }

    private static ForecastSequence forecast(
            final int row, final Optional<Column> order, final Column values, final ForecastInterval... intervals) {
        return new ForecastSequence(List.of(), row, order, values, List.of(intervals), new int[values.size()]);
    }

    private static DataSettings settings(final List<String> ids) {
        return new DataSettings("y", ids, Optional.of("t"));
    }

    @ParameterizedTest
    @MethodSource("ordersThatKeepTheirType")
    void continuesTheOrderColumnInItsOwnType(final DataCell order) throws CanceledExecutionException {
        final var history = TestTable.column("t", order.getType()).and("y", DoubleCell.TYPE);
        history.row(order, new DoubleCell(1));
        final var table = table(history.spec(), settings(List.of()));
        final var continued = TableReader.read(history.create(), settings(List.of()), TestTable.context())
                .column("t");

        final var result = create(
                table, history.create(), forecast(0, Optional.of(continued), new NumberColumn("y", new double[] {2})));

        assertEquals(order.getType(), table.spec().getColumnSpec("t").getType());
        assertEquals(List.of(order), TestTable.cells(result, "t"));
        assertEquals(List.of(new DoubleCell(2)), TestTable.cells(result, "Forecast (y)"));
    }

    @Test
    void takesTheCellsOfAnIdFromTheRowOfItsSequence() throws CanceledExecutionException {
        final var history = TestTable.column("shop", IntCell.TYPE)
                .and("t", IntCell.TYPE)
                .and("y", DoubleCell.TYPE)
                .row(new IntCell(1), new IntCell(1), new DoubleCell(1))
                .row(new IntCell(2), new IntCell(1), new DoubleCell(1));
        final var table = table(history.spec(), settings(List.of("shop")));
        final Column order = new NumberColumn("t", new double[] {2});
        final Column values = new NumberColumn("y", new double[] {3});

        final var result = create(
                table,
                history.create(),
                forecast(1, Optional.of(order), values),
                forecast(0, Optional.of(order), values));

        assertEquals(
                List.of("shop", "t", "Step", "Forecast (y)"),
                List.of(table.spec().getColumnNames()));
        assertEquals(List.of(new IntCell(2), new IntCell(1)), TestTable.cells(result, "shop"));
    }

    @Test
    void findsOtherNamesWhereColumnsAreCalledLikeItsOwn() {
        final var history = TestTable.column("Step", IntCell.TYPE)
                .and("Lower bound (y, 80%)", StringCell.TYPE)
                .and("y", DoubleCell.TYPE);
        final var settings = new DataSettings("y", List.of("Lower bound (y, 80%)"), Optional.of("Step"));

        assertEquals(
                List.of(
                        "Lower bound (y, 80%)",
                        "Step", "Step (#1)", "Forecast (y)", "Lower bound (y, 80%) (#1)", "Upper bound (y, 80%)"),
                List.of(table(history.spec(), settings, 80.0).spec().getColumnNames()));
    }

    @Test
    void hasNoRowsWhereNothingIsForecast() throws CanceledExecutionException {
        final var history = TestTable.column("t", StringCell.TYPE).and("y", DoubleCell.TYPE);

        assertEquals(
                0,
                create(table(history.spec(), settings(List.of())), history.create())
                        .size());
    }

    @Test
    void leavesCellsMissingWhereThereIsNoForecast() throws CanceledExecutionException {
        final var history = TestTable.column("y", DoubleCell.TYPE).row(new DoubleCell(1));
        final var settings = new DataSettings("y", List.of(), Optional.empty());
        final var values = new double[] {2, Double.NaN, Double.POSITIVE_INFINITY};

        final var result = create(
                table(history.spec(), settings, 50.0),
                history.create(),
                forecast(
                        0,
                        Optional.empty(),
                        new NumberColumn("y", values),
                        new ForecastInterval(50, new double[] {1, Double.NaN, 5}, values)));

        assertEquals(List.of("2.0", "?", "Infinity"), TestTable.texts(result, "Forecast (y)"));
        assertEquals(List.of("1.0", "?", "5.0"), TestTable.texts(result, "Lower bound (y, 50%)"));
        assertEquals(List.of("2.0", "?", "Infinity"), TestTable.texts(result, "Upper bound (y, 50%)"));
    }

    @Test
    void writesClassesAsText() throws CanceledExecutionException {
        final var history = TestTable.column("y", StringCell.TYPE).row(new StringCell("a"));
        final var settings = new DataSettings("y", List.of(), Optional.empty());
        final var table = table(history.spec(), settings);

        final var result = create(
                table,
                history.create(),
                forecast(0, Optional.empty(), TextColumn.of("y", List.of(Optional.of("b"), Optional.empty()))));

        assertEquals(List.of("b", "?"), TestTable.texts(result, "Forecast (y)"));
        assertEquals(StringCell.TYPE, table.spec().getColumnSpec("Forecast (y)").getType());
    }

    @Test
    void leavesOrderCellsMissingThatCannotBeContinued() {
        final Temporal noon = LocalTime.NOON;
        final Column times = new TimeColumn("t", List.of(Optional.of(noon), Optional.empty()));
        final Column numbers = new NumberColumn("t", new double[] {Double.NaN});

        assertTrue(
                Cells.cell(times, 1, LocalTimeCellFactory.create(LocalTime.NOON).getType())
                        .isMissing());
        assertTrue(Cells.cell(numbers, 0, IntCell.TYPE).isMissing());
        assertEquals(DataType.getMissingCell(), Cells.number(Double.NaN));
    }
}
