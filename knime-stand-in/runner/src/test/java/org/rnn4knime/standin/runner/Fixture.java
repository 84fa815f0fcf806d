package org.rnn4knime.standin.runner;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.rnn4knime.standin.runner.execution.NodeRegistry;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

/** A workflow that KNIME saved: CSV Reader (#1), Table Partitioner (#2), CSV Writer (#5). */
public final class Fixture {

    private Fixture() {}

    /** The workflow's directory. */
    public static Path workflow() {
        try {
            return Path.of(Fixture.class.getResource("/workflow/workflow.knime").toURI())
                    .getParent();
        } catch (final URISyntaxException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** A copy of the workflow that may be changed. */
    public static Path copyInto(final Path folder) throws IOException {
        final var copy = folder.resolve("workflow");
        try (var files = Files.walk(workflow())) {
            for (final var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(workflow().relativize(file).toString()));
            }
        }
        return copy;
    }

    /** Finds factories on the class path, where no bundle registers them. */
    public static NodeRegistry registry() {
        return node -> {
            try {
                @SuppressWarnings("unchecked") // every node's model is a NodeModel
                final var factory = (NodeFactory<NodeModel>)
                        Class.forName(node.factory()).getConstructor().newInstance();
                return factory;
            } catch (final ReflectiveOperationException exception) {
                throw new RunRefusedException("The node " + node + " is not installed.", exception);
            }
        };
    }
}
