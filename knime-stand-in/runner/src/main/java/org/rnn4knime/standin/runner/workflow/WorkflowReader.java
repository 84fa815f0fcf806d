package org.rnn4knime.standin.runner.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Reads workflow.knime and each node's settings.xml. */
public final class WorkflowReader {

    private static final String WORKFLOW_FILE = "workflow.knime";

    private WorkflowReader() {}

    /** Whether a directory is that of a workflow. */
    static boolean isWorkflow(final Path directory) {
        return Files.isRegularFile(directory.resolve(WORKFLOW_FILE));
    }

    /**
     * Reads a workflow.
     *
     * @param directory the workflow's directory
     * @throws RunRefusedException if it is no workflow, is damaged, or has parts that only KNIME can run
     */
    public static SavedWorkflow read(final Path directory) throws RunRefusedException {
        if (!isWorkflow(directory)) {
            throw new RunRefusedException("There is no workflow in " + directory + ": a workflow's folder holds a file "
                    + WORKFLOW_FILE + ".");
        }
        final var file = directory.resolve(WORKFLOW_FILE);
        try {
            final var workflow = load(file);
            final var nodes = new ArrayList<SavedNode>();
            final var saved = workflow.getNodeSettings("nodes");
            for (final var key : saved) {
                nodes.add(node(saved.getNodeSettings(key), directory));
            }
            final var connections = connections(workflow.getNodeSettings("connections"));
            return new SavedWorkflow(ExecutionOrder.of(nodes, connections), connections);
        } catch (final InvalidSettingsException exception) {
            throw new RunRefusedException(file + " is not as KNIME saves it: " + exception.getMessage(), exception);
        }
    }

    private static SavedNode node(final NodeSettings entry, final Path directory)
            throws InvalidSettingsException, RunRefusedException {
        final var file = directory.resolve(entry.getString("node_settings_file"));
        if (entry.getBoolean("node_is_meta") || !"NativeNode".equals(entry.getString("node_type"))) {
            throw new RunRefusedException(
                    file.getParent().getFileName()
                            + " is a metanode or component, which only KNIME can run. Expand it, or run the workflow in KNIME.");
        }
        final var settings = load(file);
        refuseFlowVariables(settings, file);
        return new SavedNode(entry.getInt("id"), settings.getString("name"), settings.getString("factory"), settings);
    }

    private static List<Connection> connections(final NodeSettings saved) throws InvalidSettingsException {
        final var connections = new ArrayList<Connection>();
        for (final var key : saved) {
            final var entry = saved.getNodeSettings(key);
            connections.add(new Connection(
                    entry.getInt("sourceID"),
                    entry.getInt("sourcePort"),
                    entry.getInt("destID"),
                    entry.getInt("destPort")));
        }
        return List.copyOf(connections);
    }

    private static NodeSettings load(final Path file) throws RunRefusedException {
        try (var stream = Files.newInputStream(file)) {
            return (NodeSettings) NodeSettings.loadFromXML(stream);
        } catch (final IOException exception) {
            throw new RunRefusedException(
                    "The file " + file + " is missing or is no settings file of KNIME.", exception);
        }
    }

    private static void refuseFlowVariables(final NodeSettings settings, final Path file)
            throws InvalidSettingsException, RunRefusedException {
        if (settings.containsKey("variables")
                && !settings.getNodeSettings("variables").keySet().isEmpty()) {
            throw new RunRefusedException(file + " takes settings from flow variables, which only KNIME has."
                    + " Remove them and give the values with --set.");
        }
    }
}
