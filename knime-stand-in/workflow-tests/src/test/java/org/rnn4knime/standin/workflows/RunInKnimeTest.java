package org.rnn4knime.standin.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands that {@code run-workflow --knime} gives to KNIME, which is played here by a program that notes them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "run-workflow is a shell script")
class RunInKnimeTest {

    @TempDir
    private Path directory;

    @Test
    void installsTheFeatureIntoACopyAndRunsTheWorkflowInBatchMode() throws Exception {
        final var knime = Files.createDirectory(directory.resolve("KNIME with a space"));
        final var calls = directory.resolve("calls");
        pretendToBeKnime(knime.resolve("knime"), calls);
        final var out = directory.resolve("results");

        final var exitCode = runWorkflow(
                "--knime",
                knime.toString(),
                "--set",
                "3/training/seed=5",
                "--set",
                "3/data/orderColumn=a month",
                "--out",
                out.toString(),
                "airline-forecast");

        assertEquals(0, exitCode);
        final var lines = Files.readAllLines(calls);
        assertEquals(2, lines.size(), lines.toString());
        assertInOrder(
                lines.get(0),
                "-application org.eclipse.equinox.p2.director",
                // A folder may have a space in its name, an address may not.
                "-repository file:"
                        + WorkflowRun.ROOT.toString().replace("%", "%25").replace(" ", "%20"),
                "-installIU org.rnn4knime.feature.feature.group");
        assertInOrder(
                lines.get(1),
                "-nosplash -consoleLog -application org.knime.product.KNIME_BATCH_APPLICATION",
                "-workflowDir=" + out.toRealPath() + " -reset -nosave",
                "-option=3,training/seed,5,long",
                "-option=3,data/orderColumn,a month,String",
                "-option=3,data/orderColumn_is_present,true,boolean");
        assertEquals(List.of("knime"), names(knime));
    }

    @Test
    void saysInOneSentenceThatThereIsNoKnime() throws Exception {
        final var exitCode = runWorkflow("--knime", directory.toString(), "airline-forecast");

        assertEquals(2, exitCode);
        assertEquals(
                "There is no KNIME in " + directory + ": it holds no program 'knime'.",
                Files.readString(directory.resolve("log")).strip());
    }

    private int runWorkflow(final String... arguments) throws IOException, InterruptedException {
        final var command = new ArrayList<>(
                List.of("sh", WorkflowRun.ROOT.resolve("run-workflow").toString()));
        command.addAll(List.of(arguments));
        command.add("test-workflows/" + command.remove(command.size() - 1));
        final var process = new ProcessBuilder(command)
                .directory(WorkflowRun.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private static void pretendToBeKnime(final Path program, final Path calls) throws IOException {
        Files.writeString(program, "#!/bin/sh\necho \"$*\" >>'" + calls + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> names(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void assertInOrder(final String line, final String... parts) {
        var position = 0;
        for (final var part : parts) {
            final var found = line.indexOf(part, position);
            assertTrue(found >= 0, part + " is not in " + line);
            position = found + part.length();
        }
    }
}
