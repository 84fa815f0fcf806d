package org.rnn4knime.standin.runner.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.standin.runner.execution.NodeResult;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

/**
 * The file run.json: {@code nodes}, a list of {@code id}, {@code name}, {@code state}, {@code message} (empty if there
 * is none) and {@code seconds}; and where something is expected of the workflow also {@code metric}, {@code value},
 * {@code baseline}, {@code bar} (each of the two only if there is one) and {@code reached}.
 *
 * @param file where it lies
 */
public record RunFile(Path file) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Writes the file anew.
     *
     * @param nodes the nodes, in the order of their execution
     * @param outcome how good the result is, once that is known
     * @throws RunRefusedException if it cannot be written
     */
    public void write(final List<NodeResult> nodes, final Optional<Outcome> outcome) throws RunRefusedException {
        final var root = JSON.createObjectNode();
        final var list = root.putArray("nodes");
        nodes.forEach(node -> list.addObject()
                .put("id", node.id())
                .put("name", node.name())
                .put("state", node.state().name())
                .put("message", node.message())
                .put("seconds", Math.round(node.seconds() * 1000) / 1000.0));
        outcome.ifPresent(known -> add(known, root));
        try {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } catch (final IOException exception) {
            throw new RunRefusedException("The file " + file + " cannot be written.", exception);
        }
    }

    private static void add(final Outcome outcome, final ObjectNode root) {
        root.put("metric", outcome.metric().name());
        root.put("value", outcome.value());
        outcome.baseline().ifPresent(value -> root.put("baseline", value));
        outcome.bar().ifPresent(value -> root.put("bar", value));
        root.put("reached", outcome.reached());
    }
}
