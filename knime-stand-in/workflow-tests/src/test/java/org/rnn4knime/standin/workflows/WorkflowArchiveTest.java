package org.rnn4knime.standin.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowArchiveTest {

    private static final Path ARCHIVES = WorkflowRun.ROOT.resolve("knime-stand-in/workflow-tests/target/workflows");

    static List<String> workflows() throws IOException {
        try (var directories = Files.list(WorkflowRun.ROOT.resolve("test-workflows"))) {
            return directories
                    .filter(Files::isDirectory)
                    .map(directory -> directory.getFileName().toString())
                    .toList();
        }
    }

    /** What KNIME's import expects: one folder at the top, with the workflow's name, and everything it needs in it. */
    @ParameterizedTest
    @MethodSource("workflows")
    void holdsTheWholeWorkflowInOneFolder(final String workflow) throws IOException {
        try (var archive = new ZipFile(ARCHIVES.resolve(workflow + ".knwf").toFile());
                Stream<Path> files =
                        Files.walk(WorkflowRun.ROOT.resolve("test-workflows").resolve(workflow))) {
            final var names = archive.stream().map(entry -> entry.getName()).toList();

            assertTrue(names.contains(workflow + "/workflow.knime"), names.toString());
            assertEquals(
                    List.of(workflow),
                    names.stream().map(name -> name.split("/")[0]).distinct().toList());
            assertEquals(
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("expected.json"))
                            .count(),
                    archive.stream().filter(entry -> !entry.isDirectory()).count());
        }
    }
}
