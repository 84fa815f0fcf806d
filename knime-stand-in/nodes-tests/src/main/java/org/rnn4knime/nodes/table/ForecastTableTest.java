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
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.time.localdatetime.LocalDateTimeCellFactory;
import org.knime.core.data.time.localtime.LocalTimeCellFactory;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeCellFactory;
import org.knime.core.node.CanceledExecutionException;
import org.rnn4knime.engine.prediction.ForecastSequence;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
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

    @ParameterizedTest
    @MethodSource("ordersThatKeepTheirType")
    void continuesTheOrderColumnInItsOwnType(final DataCell order) throws CanceledExecutionException {
        final var history = TestTable.column("t", order.getType()).and("y", DoubleCell.TYPE);
        history.row(order, new DoubleCell(1));
        final var table = new ForecastTable(history.spec(), Optional.empty(), settings(List.of()));
        final var continued = TableReader.read(history.create(), settings(List.of()), TestTable.context())
                .column("t");

        final var result = table.create(
                List.of(new ForecastSequence(List.of(), 0, Optional.of(continued), new double[] {2})),
                history.create(),
                KnownFuture.unknown(),
                TestTable.context());

        assertEquals(order.getType(), table.spec().getColumnSpec("t").getType());
        assertEquals(List.of(order), TestTable.cells(result, "t"));
        assertEquals(List.of(new DoubleCell(2)), TestTable.cells(result, "Forecast (y)"));
    }

    @Test
    void continuesBooleansAsNumbersSinceTheyLeaveTheirRange() {
        final var history = TestTable.column("t", BooleanCell.TYPE).and("y", DoubleCell.TYPE);

        final var table = new ForecastTable(history.spec(), Optional.empty(), settings(List.of()));

        assertEquals(DoubleCell.TYPE, table.spec().getColumnSpec("t").getType());
    }

    @Test
    void takesTheCellsOfAnIdFromTheLastRowOfItsSequence() throws CanceledExecutionException {
        final var history = TestTable.column("shop", IntCell.TYPE)
                .and("t", IntCell.TYPE)
                .and("y", DoubleCell.TYPE)
                .row(new IntCell(1), new IntCell(1), new DoubleCell(1))
                .row(new IntCell(2), new IntCell(1), new DoubleCell(1));
        final var settings = settings(List.of("shop"));
        final var table = new ForecastTable(history.spec(), Optional.empty(), settings);

        final var result = table.create(
                List.of(forecast("2", 1), forecast("1", 0)),
                history.create(),
                KnownFuture.unknown(),
                TestTable.context());

        assertEquals(
                List.of("shop", "t", "Step", "Forecast (y)"),
                List.of(table.spec().getColumnNames()));
        assertEquals(List.of(new IntCell(2), new IntCell(1)), TestTable.cells(result, "shop"));
    }

    @Test
    void findsAnotherNameWhereAColumnIsCalledStep() {
        final var history = TestTable.column("Step", IntCell.TYPE).and("y", DoubleCell.TYPE);
        final var settings = new DataSettings(SequenceLayout.ROWS, Scope.FUTURE, "y", List.of(), Optional.of("Step"));

        final var table = new ForecastTable(history.spec(), Optional.empty(), settings);

        assertEquals(
                List.of("Step", "Step (#1)", "Forecast (y)"),
                List.of(table.spec().getColumnNames()));
    }

    @Test
    void hasNoRowsWhereNothingIsForecast() throws CanceledExecutionException {
        final var history = TestTable.column("t", StringCell.TYPE).and("y", DoubleCell.TYPE);

        final var result = new ForecastTable(history.spec(), Optional.empty(), settings(List.of()))
                .create(List.of(), history.create(), KnownFuture.unknown(), TestTable.context());

        assertEquals(0, result.size());
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

    private static ForecastSequence forecast(final String shop, final int lastRow) {
        final Column order = new NumberColumn("t", new double[] {2});
        return new ForecastSequence(List.of(shop), lastRow, Optional.of(order), new double[] {3});
    }

    private static DataSettings settings(final List<String> ids) {
        return new DataSettings(SequenceLayout.ROWS, Scope.FUTURE, "y", ids, Optional.of("t"));
    }
}
