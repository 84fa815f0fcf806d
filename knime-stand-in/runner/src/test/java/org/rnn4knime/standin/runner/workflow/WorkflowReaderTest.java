package org.rnn4knime.standin.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4knime.standin.runner.Fixture;

class WorkflowReaderTest {

    @TempDir
    private Path folder;

    private String refusal(final String file, final String old, final String text) throws IOException {
        final var workflow = Fixture.copyInto(folder);
        final var changed = workflow.resolve(file);
        final var content = Files.readString(changed);
        assertTrue(content.contains(old));
        Files.writeString(changed, content.replace(old, text));
        return assertThrows(RunRefusedException.class, () -> WorkflowReader.read(workflow))
                .getMessage();
    }

    @Test
    void readsNodesAndConnectionsAsKnimeSavedThem() throws Exception {
        final var workflow = WorkflowReader.read(Fixture.workflow());
        assertEquals(
                List.of("CSV Reader (#1)", "Table Partitioner (#2)", "CSV Writer (#5)"),
                workflow.nodes().stream().map(SavedNode::toString).toList());
        assertEquals(List.of(new Connection(2, 2, 5, 1)), workflow.inputsOf(workflow.node(5)));
        assertEquals(
                "org.knime.base.node.preproc.partition.PartitionNodeFactory",
                workflow.node(2).factory());
    }

    @Test
    void refusesAFolderThatIsNoWorkflow() {
        assertTrue(assertThrows(RunRefusedException.class, () -> WorkflowReader.read(folder))
                .getMessage()
                .startsWith("There is no workflow in " + folder));
    }

    @Test
    void refusesWhatOnlyKnimeRuns() throws Exception {
        assertTrue(refusal("workflow.knime", "value=\"NativeNode\"", "value=\"SubNode\"")
                .contains("is a metanode or component"));
    }

    @Test
    void refusesSettingsFromFlowVariables() throws Exception {
        final var message = refusal(
                "CSV Reader (#1)/settings.xml",
                "    <config key=\"factory_settings\"/>",
                "    <config key=\"variables\"><entry key=\"version\" type=\"xstring\" value=\"V_2019_09_13\"/></config>");
        assertTrue(message.contains("takes settings from flow variables"), message);
    }

    @Test
    void namesTheFileThatIsMissing() throws Exception {
        final var message = refusal("workflow.knime", "CSV Writer (#5)/settings.xml", "gone/settings.xml");
        assertTrue(message.contains("gone"), message);
    }
}
