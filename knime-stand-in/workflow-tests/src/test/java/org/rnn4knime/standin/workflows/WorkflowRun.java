package org.rnn4knime.standin.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * A finished run of a workflow.
 *
 * @param exitCode of the process
 * @param output what it printed, both streams
 * @param directory where its results lie
 */
record WorkflowRun(int exitCode, String output, Path directory) {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private static final Path INSTALLATION = ROOT.resolve("knime-stand-in/install/target/install");
    private static final int LONGEST_SECONDS = 120;

    /** Runs it to its end, with results in the directory given and further arguments of the runner. */
    static WorkflowRun of(final String workflow, final Path directory, final String... arguments)
            throws IOException, InterruptedException {
        final var log = directory.resolveSibling(directory.getFileName() + ".log");
        final var process = start(workflow, directory, log, arguments);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running: " + Files.readString(log));
        }
        return new WorkflowRun(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8), directory);
    }

    /** Starts it without waiting; what it prints goes to the log. */
    static Process start(final String workflow, final Path directory, final Path log, final String... arguments)
            throws IOException {
        final var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                launcher().toString(),
                "-nosplash",
                "-application",
                "org.rnn4knime.standin.runner.application",
                "-data",
                "@none",
                ROOT.resolve("test-workflows").resolve(workflow).toString(),
                "--out",
                directory.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static Path launcher() throws IOException {
        try (var plugins =
                Files.newDirectoryStream(INSTALLATION.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
            return plugins.iterator().next();
        }
    }

    /** What run.json says. */
    JsonNode report() throws IOException {
        return new ObjectMapper().readTree(directory.resolve("run.json").toFile());
    }

    /** The node of this name in run.json. */
    JsonNode node(final String name) throws IOException {
        return StreamSupport.stream(report().get("nodes").spliterator(), false)
                .filter(node -> name.equals(node.get("name").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("run.json names no node " + name));
    }
}
