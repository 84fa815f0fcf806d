package org.rnn4knime.standin.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4knime.standin.runner.Fixture;

class WorkflowCopyTest {

    @TempDir
    private Path folder;

    @Test
    void copiesAllFiles() throws Exception {
        final var target = folder.resolve("a new/folder");
        WorkflowCopy.make(Fixture.workflow(), target);
        assertEquals(
                Files.readString(Fixture.workflow().resolve("data/in.csv")),
                Files.readString(target.resolve("data/in.csv")));
        assertTrue(WorkflowReader.isWorkflow(target));
    }

    @Test
    void replacesAnEarlierRun() throws Exception {
        Files.writeString(folder.resolve(WorkflowCopy.MARKER), "{}");
        Files.createDirectories(folder.resolve("data/old"));
        Files.writeString(folder.resolve("data/old/forecast.csv"), "old");
        WorkflowCopy.make(Fixture.workflow(), folder);
        assertFalse(Files.exists(folder.resolve("data/old")));
        assertTrue(Files.exists(folder.resolve("data/in.csv")));
    }

    @Test
    void leavesEverythingElseAlone() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        final var refusal =
                assertThrows(RunRefusedException.class, () -> WorkflowCopy.make(Fixture.workflow(), folder));
        assertTrue(refusal.getMessage().contains("holds something else than an earlier run"));
        assertEquals("mine", Files.readString(folder.resolve("thesis.txt")));
    }

    @Test
    void refusesTheWorkflowItselfAndFoldersInIt() throws Exception {
        final var workflow = Fixture.copyInto(folder);
        assertThrows(RunRefusedException.class, () -> WorkflowCopy.make(workflow, workflow));
        assertThrows(RunRefusedException.class, () -> WorkflowCopy.make(workflow, workflow.resolve("data")));
        assertThrows(RunRefusedException.class, () -> WorkflowCopy.make(workflow, folder));
        assertTrue(WorkflowReader.isWorkflow(workflow));
    }
}
