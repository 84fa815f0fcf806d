package org.rnn4knime.standin.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

class WorkflowCommandTest {

    private static final String EXPECTATION =
            """
            {"result": {"node": 2, "port": 2, "truth": "x", "prediction": "x", "metric": "RMSE", "below": 1}}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(final Path workflow, final String... settings) throws RunRefusedException {
        final var arguments = new ArrayList<>(List.of(workflow.toString(), "--out", out().toString()));
        for (final var setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        final var console = new RunConsole(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        return new WorkflowCommand(Fixture.registry(), console).run(Arguments.parse(arguments));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private JsonNode runFile() throws Exception {
        return JsonMapper.builder().build().readTree(Files.readString(out().resolve("run.json")));
    }

    @Test
    void runsAllNodesAndTellsOfEach() throws Exception {
        assertEquals(0, run(Fixture.workflow()));
        assertTrue(Files.isRegularFile(out().resolve("data/out.csv")));
        assertFalse(Files.exists(Fixture.workflow().resolve("data/out.csv")));
        assertTrue(text().contains("#2   Table Partitioner  EXECUTED"), text());
        assertTrue(text().contains("Results in " + out() + ": run.json, data/out.csv"), text());
        final var nodes = runFile().get("nodes");
        assertEquals(3, nodes.size());
        assertEquals(5, nodes.get(2).get("id").asInt());
        assertEquals("CSV Writer", nodes.get(2).get("name").asText());
        assertEquals("EXECUTED", nodes.get(2).get("state").asText());
        assertEquals("", nodes.get(2).get("message").asText());
        assertTrue(nodes.get(2).get("seconds").asDouble() >= 0);
    }

    @Test
    void setsSettingsForOneRun() throws Exception {
        final var before = Files.readString(Fixture.workflow().resolve("Table Partitioner (#2)/settings.xml"));
        assertEquals(0, run(Fixture.workflow(), "2/partitioningMode=ABSOLUTE", "2/rowCount=2", "2/mode=FIRST_ROWS"));
        final var rows =
                Files.readAllLines(Fixture.workflow().resolve("data/in.csv")).size() - 1;
        assertEquals(
                rows - 2 + 1, Files.readAllLines(out().resolve("data/out.csv")).size());
        assertEquals(before, Files.readString(Fixture.workflow().resolve("Table Partitioner (#2)/settings.xml")));
    }

    @Test
    void endsWithTheMessageOfTheNodeThatFails() throws Exception {
        assertEquals(1, run(Fixture.workflow(), "1/settings/file_selection/path/path=gone.csv"));
        assertFalse(Files.exists(out().resolve("data/out.csv")));
        final var nodes = runFile().get("nodes");
        assertEquals("FAILED", nodes.get(0).get("state").asText());
        assertTrue(nodes.get(0).get("message").asText().contains("gone.csv does not exist"));
        assertEquals("IDLE", nodes.get(1).get("state").asText());
        assertTrue(text().contains("gone.csv does not exist"), text());
    }

    @Test
    void failsANodeWhoseSettingsAreRefused() throws Exception {
        assertEquals(1, run(Fixture.workflow(), "2/rowCount=0"));
        assertEquals(
                "The number of rows is 0, but must be at least 1.",
                runFile().get("nodes").get(1).get("message").asText());
    }

    @Test
    void reportsWhatIsExpectedOfTheWorkflow() throws Exception {
        final var workflow = Fixture.copyInto(folder);
        Files.writeString(workflow.resolve("expected.json"), EXPECTATION);
        assertEquals(0, run(workflow));
        assertTrue(text().contains("RMSE of x: 0.0000 (the bar, below 1, is reached)"), text());
        assertEquals("RMSE", runFile().get("metric").asText());
        assertEquals(0, runFile().get("value").asDouble());
        assertEquals(1, runFile().get("bar").asDouble());
        assertTrue(runFile().get("reached").asBoolean());
        assertEquals(3, runFile().get("nodes").size());
    }

    @Test
    void runsNothingWithANodeThatIsNotInstalled() throws Exception {
        final var workflow = Fixture.copyInto(folder);
        replaceFactory(workflow, "org.example.NobodyNodeFactory");
        final var refusal = assertThrows(RunRefusedException.class, () -> run(workflow));
        assertEquals("The node Table Partitioner (#2) is not installed.", refusal.getMessage());
        assertFalse(Files.exists(out()));
    }

    @Test
    void refusesAConnectionToAPortThatTheNodeLacks() throws Exception {
        final var workflow = Fixture.copyInto(folder);
        final var file = workflow.resolve("workflow.knime");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"sourcePort\" type=\"xint\" value=\"2\"",
                                "\"sourcePort\" type=\"xint\" value=\"3\""));
        final var refusal = assertThrows(RunRefusedException.class, () -> run(workflow));
        assertTrue(refusal.getMessage().contains("output 3 of Table Partitioner (#2)"), refusal.getMessage());
    }

    private static void replaceFactory(final Path workflow, final String factory) throws Exception {
        final var file = workflow.resolve("Table Partitioner (#2)/settings.xml");
        Files.writeString(
                file,
                Files.readString(file).replace("org.knime.base.node.preproc.partition.PartitionNodeFactory", factory));
    }
}
