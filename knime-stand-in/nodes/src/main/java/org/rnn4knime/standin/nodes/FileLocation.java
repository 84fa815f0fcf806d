package org.rnn4knime.standin.nodes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.workflow.WorkflowDirectory;

/**
 * A file as KNIME's file choosers save it: on this computer, or relative to the workflow or to its data area.
 *
 * @param root what the path is relative to
 * @param path the path as the user entered it
 */
public record FileLocation(Root root, String path) {

    /** What a path is relative to. */
    public enum Root {
        /** The workflow data area: the folder "data" of the workflow. */
        WORKFLOW_DATA,
        /** The workflow's own folder. */
        WORKFLOW,
        /** Nothing: the path is absolute. */
        LOCAL
    }

    /**
     * Reads the location from the settings of a file chooser.
     *
     * @param chooser the config that holds {@code path}
     * @throws InvalidSettingsException if no file is chosen, or one that lies where only KNIME itself gets
     */
    public static FileLocation read(final NodeSettingsRO chooser) throws InvalidSettingsException {
        final var path = chooser.getNodeSettings("path");
        final var file = path.getString("path", "");
        if (file == null || file.isBlank()) {
            throw new InvalidSettingsException("No file is chosen. Enter a path in the node's dialog.");
        }
        return new FileLocation(root(path), file);
    }

    private static Root root(final NodeSettingsRO path) throws InvalidSettingsException {
        final var system = path.getString("file_system_type", "");
        final var specifier = path.getString("file_system_specifier", "");
        if ("LOCAL".equals(system)) {
            return Root.LOCAL;
        }
        if ("RELATIVE".equals(system) && "knime.workflow.data".equals(specifier)) {
            return Root.WORKFLOW_DATA;
        }
        if ("RELATIVE".equals(system) && "knime.workflow".equals(specifier)) {
            return Root.WORKFLOW;
        }
        throw new InvalidSettingsException("The file lies in " + system + " " + specifier + ", where only KNIME itself"
                + " gets. Use a file of the workflow data area (knime.workflow.data).");
    }

    /**
     * The file on this computer.
     *
     * @throws InvalidSettingsException if the path is no path on this computer
     */
    public Path resolve() throws InvalidSettingsException {
        try {
            if (root == Root.LOCAL) {
                return Path.of(path).toAbsolutePath().normalize();
            }
            final var workflow = WorkflowDirectory.current()
                    .orElseThrow(() -> new IllegalStateException("No workflow is running in this thread."));
            final var parent = root == Root.WORKFLOW_DATA ? workflow.resolve("data") : workflow;
            return parent.resolve(path).toAbsolutePath().normalize();
        } catch (final InvalidPathException exception) {
            throw new InvalidSettingsException(
                    "'" + path + "' cannot be a file's path: " + exception.getReason() + ".", exception);
        }
    }
}
