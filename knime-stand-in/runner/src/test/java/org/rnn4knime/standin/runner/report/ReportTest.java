package org.rnn4knime.standin.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

class ReportTest {

    private static final String RESULT =
            """
            {"result": {"node": 4, "port": 1, "truth": "x", "prediction": "Forecast (x)", "metric": "RMSE", "below": 30}
            """;

    private static final String BASELINE =
            """
            , "baseline": {"name": "Naive", "kind": "SEASONAL_NAIVE", "history": {"node": 2, "port": 1, "column": "x"},
            "season": 2}}
            """;

    private static DataTable table(final String[] names, final DataType[] types, final DataCell[]... rows) {
        final var container = new DataContainer(new DataTableSpec(names, types));
        for (var row = 0; row < rows.length; row++) {
            container.addRowToTable(new DefaultRow("Row" + row, rows[row]));
        }
        container.close();
        return container.getTable();
    }

    private static final DataTable FORECAST = table(
            new String[] {"month", "x", "Forecast (x)"},
            new DataType[] {StringCell.TYPE, IntCell.TYPE, DoubleCell.TYPE},
            new DataCell[] {new StringCell("1960-01"), new IntCell(417), new DoubleCell(420.123)},
            new DataCell[] {new StringCell("1960-02"), new IntCell(391), new DoubleCell(395.456)},
            new DataCell[] {new StringCell("1960-03"), DataType.getMissingCell(), new DoubleCell(9.5)});

    private static final DataTable HISTORY = table(
            new String[] {"x"},
            new DataType[] {IntCell.TYPE},
            new DataCell[] {new IntCell(1)},
            new DataCell[] {new IntCell(360)},
            new DataCell[] {new IntCell(342)});

    private static Optional<DataTable> tables(final int node, final int port) {
        return port != 1 ? Optional.empty() : Optional.ofNullable(node == 4 ? FORECAST : node == 2 ? HISTORY : null);
    }

    private static Report report(final String json) throws JsonProcessingException, RunRefusedException {
        return Report.of(Expectation.parse(json), ReportTest::tables);
    }

    @Test
    void putsForecastTruthAndBaselineSideBySide() throws Exception {
        final var report = report(RESULT + BASELINE);
        assertEquals(
                List.of(
                        "  month    x  Forecast (x)  Baseline",
                        "1960-01  417         420.1       360",
                        "1960-02  391         395.5       342",
                        "1960-03                9.5       360",
                        "",
                        "RMSE of Forecast (x): 3.848 (the bar, below 30, is reached)",
                        "RMSE of the baseline, Naive: 53.15"),
                report.lines());
    }

    @Test
    void measuresOnlyRowsWhoseTruthIsKnown() throws Exception {
        final var outcome = report(RESULT + BASELINE).outcome();
        assertEquals(Math.sqrt((3.123 * 3.123 + 4.456 * 4.456) / 2), outcome.value(), 1e-9);
        assertEquals(Math.sqrt((57 * 57 + 49 * 49) / 2.0), outcome.baseline().getAsDouble(), 1e-9);
        assertEquals(OptionalDouble.of(30), outcome.bar());
        assertTrue(outcome.reached());
    }

    @Test
    void reachesNoBarWhereAPredictionIsMissing() throws Exception {
        final var swapped = RESULT.replace(
                "\"truth\": \"x\", \"prediction\": \"Forecast (x)\"",
                "\"truth\": \"Forecast (x)\", \"prediction\": \"x\"");
        final var outcome = report(swapped + "}").outcome();
        assertTrue(Double.isNaN(outcome.value()), outcome.toString());
        assertFalse(outcome.reached());
    }

    @Test
    void saysThatABarIsNotReached() throws Exception {
        final var report = report(RESULT.replace("30", "3") + "}");
        assertFalse(report.outcome().reached());
        assertEquals(OptionalDouble.empty(), report.outcome().baseline());
        assertEquals(
                "RMSE of Forecast (x): 3.848 (the bar, below 3, is NOT reached)",
                report.lines().get(report.lines().size() - 1));
    }

    @Test
    void scoresClassesToo() throws Exception {
        final var report = report(
                """
                {"result": {"node": 4, "port": 1, "truth": "month", "prediction": "month", "metric": "ACCURACY",
                 "atLeast": 0.9}}
                """);
        assertEquals(1, report.outcome().value());
        assertTrue(report.outcome().reached());
    }

    @Test
    void namesTheTableOrColumnThatIsNotThere() {
        final var noTable = assertThrows(
                RunRefusedException.class, () -> report(RESULT.replace("\"port\": 1", "\"port\": 2") + "}"));
        assertTrue(noTable.getMessage().contains("port 2 of node 4"), noTable.getMessage());
        final var noColumn =
                assertThrows(RunRefusedException.class, () -> report(RESULT.replace("\"x\"", "\"y\"") + "}"));
        assertTrue(noColumn.getMessage().contains("'y'"), noColumn.getMessage());
        final var text =
                assertThrows(RunRefusedException.class, () -> report(RESULT.replace("\"x\"", "\"month\"") + "}"));
        assertTrue(text.getMessage().contains("not all numbers"), text.getMessage());
    }

    @Test
    void refusesAnExpectationWithUnknownOrMissingWords() {
        assertThrows(JsonProcessingException.class, () -> Expectation.parse("{}"));
        assertThrows(JsonProcessingException.class, () -> Expectation.parse(RESULT + ", \"bar\": 3}"));
        assertThrows(JsonProcessingException.class, () -> Expectation.parse(RESULT.replace("RMSE", "SOMEHOW") + "}"));
        assertThrows(
                JsonProcessingException.class,
                () -> Expectation.parse(RESULT + BASELINE.replace("\"season\": 2", "\"season\": 0")));
    }

    @Test
    void cutsALongTableOff() {
        final var rows = List.of(List.of("1"), List.of("2"), List.of("3"));
        assertEquals(List.of("a", "1", "… and 2 rows more"), new TextTable(List.of("a"), rows).lines(1));
    }
}
