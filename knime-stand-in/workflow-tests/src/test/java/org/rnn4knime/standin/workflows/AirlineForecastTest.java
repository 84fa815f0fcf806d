package org.rnn4knime.standin.workflows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirlineForecastTest {

    private static final String WORKFLOW = "airline-forecast";
    private static final String FEW_EPOCHS = "3/training/epochs=3";

    @TempDir
    static Path directory;

    private static WorkflowRun run;

    @BeforeAll
    static void runTheWorkflowAsItIs() throws IOException, InterruptedException {
        run = WorkflowRun.of(WORKFLOW, directory.resolve("a run"));
    }

    @Test
    void everyNodeIsExecuted() throws IOException {
        assertEquals(0, run.exitCode(), run.output());
        assertEquals(
                List.of(
                        "CSV Reader",
                        "Table Partitioner",
                        "RNN Learner",
                        "RNN Forecaster",
                        "Numeric Scorer",
                        "CSV Writer"),
                run.report().get("nodes").findValuesAsText("name"));
        run.report()
                .get("nodes")
                .forEach(node -> assertEquals("EXECUTED", node.get("state").asText(), node.toString()));
    }

    @Test
    void forecastsTheTwelveMonthsAfterTheTrainingData() throws IOException {
        final var expected =
                IntStream.rangeClosed(1, 12).mapToObj("1960-%02d"::formatted).toList();
        final var forecast = Forecast.of(run);

        assertEquals(expected, forecast.column("month"));
        assertEquals(IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList(), forecast.column("Step"));
    }

    @Test
    void errorOnTheUnseenYearIsBelowItsBarAndBelowTheSeasonalNaiveForecast() throws IOException {
        final var error = Forecast.of(run).rootMeanSquaredError("passengers", "Forecast (passengers)");

        assertTrue(error < 30, "RMSE " + error);
        assertEquals(error, run.report().get("value").asDouble(), 1e-6);
        assertEquals(50.7, run.report().get("baseline").asDouble(), 0.05);
    }

    @Test
    void printsTheForecastBesideTheTruthAndWhereTheResultsLie() {
        assertAll(
                () -> assertTrue(run.output().contains("1960-12"), run.output()),
                () -> assertTrue(run.output().contains("Seasonal naive"), run.output()),
                () -> assertTrue(run.output().contains(run.directory().toString()), run.output()));
    }

    @Test
    void sameSeedGivesTheSameForecastToTheLastDigitAndAnotherSeedAnother() throws IOException, InterruptedException {
        final var first = forecastBytes("first", "7");
        final var second = forecastBytes("second", "7");
        final var other = forecastBytes("other", "8");

        assertArrayEquals(first, second);
        assertTrue(!Arrays.equals(first, other), "seed 8 gave the forecast of seed 7");
    }

    private static byte[] forecastBytes(final String name, final String seed) throws IOException, InterruptedException {
        final var result = WorkflowRun.of(
                WORKFLOW, directory.resolve(name), "--set", FEW_EPOCHS, "--set", "3/training/seed=" + seed);
        assertEquals(0, result.exitCode(), result.output());
        return Files.readAllBytes(result.directory().resolve("data/forecast.csv"));
    }
}
